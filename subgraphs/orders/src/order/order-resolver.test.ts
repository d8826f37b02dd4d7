import type { ExchangeInput } from "@maillon/schema/exchange";
import { company, consumer, idOf, openOrders, type TestOrders } from "../testing/open-orders.ts";
import { CHAIN, orderRecord } from "../testing/records.ts";

interface OrderPage {
  readonly nodes: readonly { id: string; number: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const PAGE = "nodes { id number } pageInfo { hasNextPage endCursor }";

const numbersOf = (data: unknown) => (data as { orders: OrderPage }).orders.nodes.map(({ number }) => number);

/** Orders of one seller to alternating buyers; some were placed at the same instant. */
function manyOrders(count: number): ExchangeInput<"orders">[] {
  return Array.from({ length: count }, (_, place) =>
    orderRecord({
      key: `${place}`,
      seller: "integra",
      buyer: place % 2 === 0 ? "boulange" : "nantes",
      placedAt: `2026-03-0${1 + (place % 3)}T09:30:00.123Z`,
    }),
  );
}

describe("one order", () => {
  test("says everything that the delivery said", async () => {
    const order = orderRecord({
      key: "a",
      number: "INT-7F3K",
      seller: "integra",
      buyer: "boulange",
      customer: "boulange",
      channel: "PHONE",
      state: "COMPLETE",
      agreement: "frame",
      purchaseOrderNumber: "4711",
      incoterm: "DAP",
      commitment: "P12M",
      placedAt: "2026-03-02T10:30:00+01:00",
      requestedDeliveryAt: "2026-03-09T00:00:00Z",
      lines: [
        { product: "t100", quantity: "3", unitPrice: "139.00", discountPercent: "15" },
        { product: "v7", quantity: "0.5", unitPrice: "272.1015" },
      ],
      shipments: [
        {
          key: "1",
          state: "DELIVERED",
          carrier: "transvia",
          trackingNumber: "TV1",
          promisedAt: "2026-03-08T00:00:00Z",
          shippedAt: "2026-03-05T00:00:00Z",
          deliveredAt: "2026-03-07T12:00:00Z",
        },
      ],
    });
    await using orders = await openOrders({ orders: [order] });
    const { data, errors } = await orders.ask(
      company("integra"),
      `query ($id: ID!) { order(id: $id) {
        number model channel state seller { id } intermediary { id } soldUnderBrandOf { id } agreement { id }
        purchaseOrderNumber incoterm commitment placedAt requestedDeliveryAt total { amount currencyCode }
        lines { product { id } quantity unit unitPrice { amount } discountPercent lineTotal { amount } }
        shipments { state carrier { id } trackingNumber promisedAt shippedAt deliveredAt }
      } }`,
      { id: idOf("orders", "a") },
    );
    expect(errors).toBeUndefined();
    expect(data?.order).toEqual({
      number: "INT-7F3K",
      model: "B2B",
      channel: "PHONE",
      state: "COMPLETE",
      seller: { id: idOf("companies", "integra") },
      intermediary: null,
      soldUnderBrandOf: null,
      agreement: { id: idOf("agreements", "frame") },
      purchaseOrderNumber: "4711",
      incoterm: "DAP",
      commitment: "P12M",
      placedAt: "2026-03-02T09:30:00.000Z",
      requestedDeliveryAt: "2026-03-09T00:00:00.000Z",
      total: { amount: "490.50075", currencyCode: "EUR" },
      lines: [
        {
          product: { id: idOf("products", "t100") },
          quantity: "3",
          unit: "C62",
          unitPrice: { amount: "139.00" },
          discountPercent: "15",
          lineTotal: { amount: "354.45" },
        },
        {
          product: { id: idOf("products", "v7") },
          quantity: "0.5",
          unit: "C62",
          unitPrice: { amount: "272.1015" },
          discountPercent: "0",
          lineTotal: { amount: "136.05075" },
        },
      ],
      shipments: [
        {
          state: "DELIVERED",
          carrier: { id: idOf("companies", "transvia") },
          trackingNumber: "TV1",
          promisedAt: "2026-03-08T00:00:00.000Z",
          shippedAt: "2026-03-05T00:00:00.000Z",
          deliveredAt: "2026-03-07T12:00:00.000Z",
        },
      ],
    });
  });

  test("that is absent and one that is hidden look the same", async () => {
    await using orders = await openOrders({ orders: CHAIN });
    const query = "query ($id: ID!) { order(id: $id) { id } }";
    const hidden = await orders.ask(company("boulange"), query, { id: idOf("orders", "rival") });
    const absent = await orders.ask(company("boulange"), query, { id: idOf("orders", "nowhere") });
    expect(hidden).toEqual({ data: { order: null } });
    expect(absent).toEqual(hidden);
  });
});

describe("the list of orders", () => {
  test.each([
    ["all", {}, ["N-b2b", "N-branded", "N-resold", "N-through"]],
    ["those the viewer sells", { role: "SELLER" }, ["N-b2b", "N-resold"]],
    ["those the viewer buys", { role: "BUYER" }, []],
    ["those the viewer stands between", { role: "INTERMEDIARY" }, ["N-branded", "N-through"]],
    ["those of a state", { state: "COMPLETE" }, ["N-resold"]],
    ["those of a state and a role", { state: "OPEN", role: "SELLER" }, ["N-b2b"]],
  ])("holds %s", async (_, choice, expected) => {
    const chain = CHAIN.map((order) =>
      order.key === "resold" ? { ...order, state: "COMPLETE" as const } : order,
    );
    await using orders = await openOrders({ orders: chain });
    const query = `query ($role: TradeRole, $state: OrderState) { orders(role: $role, state: $state) { ${PAGE} } }`;
    const { data } = await orders.ask(company("integra"), query, choice);
    expect(numbersOf(data).toSorted()).toEqual(expected);
  });

  test.each([
    ["BUYER", ["N-branded"]],
    ["SELLER", []],
    ["INTERMEDIARY", []],
  ])("of a consumer in the role %s holds %j", async (role, expected) => {
    await using orders = await openOrders({ orders: CHAIN });
    const { data } = await orders.ask(consumer("claire"), `{ orders(role: ${role}) { ${PAGE} } }`);
    expect(numbersOf(data)).toEqual(expected);
  });

  test("comes in pages that leave out nothing and repeat nothing, the latest first", async () => {
    await using orders = await openOrders({ orders: manyOrders(7) });
    const query = `query ($after: String) { orders(first: 3, after: $after) { ${PAGE} } }`;
    const pages = await readPages(orders, query, (data) => (data as { orders: OrderPage }).orders);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    const numbers = pages.flat().map((number) => Number(number.slice(2)));
    expect(new Set(numbers).size).toBe(7);
    expect(numbers.map((number) => number % 3)).toEqual([2, 2, 1, 1, 0, 0, 0]);
  });

  test("does not go on from the cursor of another list", async () => {
    await using orders = await openOrders({ orders: manyOrders(3) });
    const { data } = await orders.ask(company("integra"), `{ orders(first: 1) { ${PAGE} } }`);
    const { endCursor } = (data as { orders: OrderPage }).orders.pageInfo;
    const query = `query ($after: String) { orders(role: SELLER, after: $after) { ${PAGE} } }`;
    const { errors } = await orders.ask(company("integra"), query, { after: endCursor });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "after" } }]);
  });
});

/** Every page of a list, as the numbers of its orders. */
async function readPages(
  orders: TestOrders,
  query: string,
  pageOf: (data: unknown) => OrderPage,
): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const { data }: { data?: unknown } = await orders.ask(company("integra"), query, { after });
    const page = pageOf(data);
    pages.push(page.nodes.map(({ number }) => number));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return pages;
}

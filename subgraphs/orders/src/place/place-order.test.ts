import type { Viewer } from "@maillon/schema";
import { type Answer, withClient } from "@maillon/subgraph-kit/testing";
import { company, consumer, idOf, openOrders, type TestOrders } from "../testing/open-orders.ts";
import { offerRecord } from "../testing/records.ts";

const PLACE = `mutation ($input: OrderInput!, $key: String!) { placeOrder(input: $input, idempotencyKey: $key) {
  id number model channel state seller { id } buyer { id } customer { id } purchaseOrderNumber incoterm
  requestedDeliveryAt total { amount currencyCode }
  lines { product { id } quantity unit unitPrice { amount currencyCode } lineTotal { amount } }
} }`;

const euro = (amount: string) => ({ amount, currency: "EUR" });

const offers = [
  offerRecord({ key: "1", seller: "integra", product: "t100", price: euro("139.00") }),
  offerRecord({
    key: "2",
    seller: "integra",
    product: "t100",
    price: euro("272.1015"),
    audience: ["boulange"],
  }),
  offerRecord({ key: "3", seller: "integra", product: "v7", price: euro("20"), unit: "XBX" }),
  offerRecord({ key: "4", seller: "integra", product: "v7", price: euro("19.90"), unit: "XBX" }),
  offerRecord({ key: "5", seller: "integra", product: "gone", available: false }),
  offerRecord({ key: "6", seller: "integra", product: "asked", price: undefined }),
  offerRecord({ key: "7", seller: "integra", product: "dollars", price: { amount: "9", currency: "USD" } }),
  offerRecord({ key: "8", seller: "integra", product: "secret", audience: ["nantes"] }),
  offerRecord({ key: "9", seller: "rivalis", product: "theirs" }),
];

const line = (product: string, quantity = "3") => ({ productId: idOf("products", product), quantity });
const boulange = company("boulange");

/** A request of Boulange for 3 sensors, changed as a case wants it. */
const request = (changes: Record<string, unknown> = {}) => ({
  sellerId: idOf("companies", "integra"),
  lines: [line("t100")],
  ...changes,
});

const place = async (orders: TestOrders, { viewer = boulange, input = request(), key = "k1" } = {}) =>
  orders.ask(viewer, PLACE, { input, key });

const idIn = ({ data }: Answer) => (data as { placeOrder: { id: string } }).placeOrder.id;

const countOrders = async ({ owner }: TestOrders) => {
  const [row]: { count: string }[] = await owner.asOwner().execute("select count(*) from trade_order");
  return Number(row?.count);
};

describe("placing an order", () => {
  test("stores it with the prices of the seller's offers, the one made to the buyer first", async () => {
    await using orders = await openOrders({ offers });
    const input = request({
      lines: [line("t100", "3"), line("v7", "0.5")],
      model: "B2B2B",
      incoterm: "DAP",
      purchaseOrderNumber: "4711",
      requestedDeliveryAt: "2999-01-01T00:00:00Z",
    });
    const { data, errors } = await place(orders, { input });
    expect(errors).toBeUndefined();
    expect(data?.placeOrder).toEqual({
      id: expect.stringMatching(/^ord_integra_[a-z2-7]{26}$/u),
      number: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u),
      model: "B2B2B",
      channel: "ONLINE",
      state: "OPEN",
      seller: { id: idOf("companies", "integra") },
      buyer: { id: idOf("companies", "boulange") },
      customer: null,
      purchaseOrderNumber: "4711",
      incoterm: "DAP",
      requestedDeliveryAt: "2999-01-01T00:00:00.000Z",
      total: { amount: "826.2545", currencyCode: "EUR" },
      lines: [
        {
          product: { id: idOf("products", "t100") },
          quantity: "3",
          unit: "C62",
          unitPrice: { amount: "272.1015", currencyCode: "EUR" },
          lineTotal: { amount: "816.3045" },
        },
        {
          product: { id: idOf("products", "v7") },
          quantity: "0.5",
          unit: "XBX",
          unitPrice: { amount: "19.90", currencyCode: "EUR" },
          lineTotal: { amount: "9.950" },
        },
      ],
    });
  });

  test("shows it to buyer and seller, and to nobody else", async () => {
    await using orders = await openOrders({ offers });
    const id = idIn(await place(orders));
    const query = "{ orders { nodes { id } } }";
    for (const viewer of [boulange, company("integra")])
      expect(await orders.ask(viewer, query)).toEqual({ data: { orders: { nodes: [{ id }] } } });
    for (const viewer of [company("rivalis"), company("fabrica"), consumer("boulange")])
      expect(await orders.ask(viewer, query)).toEqual({ data: { orders: { nodes: [] } } });
  });

  test("reads the offers with one statement, however many lines there are", async () => {
    await using orders = await openOrders({ offers });
    await place(orders, { input: request({ lines: Array.from({ length: 30 }, () => line("t100")) }) });
    expect(orders.statements.filter((sql) => sql.includes('"offer"'))).toHaveLength(1);
  });

  test("stores nothing of an order whose lines cannot be stored", async () => {
    await using orders = await openOrders({ offers });
    await withClient(orders.ownerUrl, (client) =>
      client.query("alter table order_line add check (position < 1)"),
    );
    const input = request({ lines: [line("t100"), line("v7")] });
    const { errors } = await place(orders, { input });
    expect(errors).toMatchObject([{ extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
    await expect(countOrders(orders)).resolves.toBe(0);
  });
});

describe("an idempotency key", () => {
  test("gives the order of the first request to every repetition, even when the offer is gone", async () => {
    await using orders = await openOrders({ offers });
    const first = await place(orders);
    await withClient(orders.ownerUrl, (client) => client.query("delete from offer"));
    expect(await place(orders)).toEqual(first);
    await expect(countOrders(orders)).resolves.toBe(1);
  });

  test("gives one order to all requests that arrive at once", async () => {
    await using orders = await openOrders({ offers });
    const answers = await Promise.all(Array.from({ length: 8 }, () => place(orders)));
    expect(new Set(answers.map(idIn)).size).toBe(1);
    await expect(countOrders(orders)).resolves.toBe(1);
  });

  test("of requests that arrive at once and differ stands for one of them alone", async () => {
    await using orders = await openOrders({ offers });
    const inputs = ["1", "2", "3", "4"].map((quantity) => request({ lines: [line("t100", quantity)] }));
    const answers = await Promise.all(inputs.map((input) => place(orders, { input })));
    const codes = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions?.code));
    expect(codes).toEqual(Array.from({ length: 3 }, () => "IDEMPOTENCY_KEY_REUSED"));
    await expect(countOrders(orders)).resolves.toBe(1);
  });

  test.each([
    ["another quantity", { lines: [line("t100", "4")] }],
    ["another product", { lines: [line("v7")] }],
    ["one more line", { lines: [line("t100"), line("v7")] }],
    ["another seller", { sellerId: idOf("companies", "rivalis") }],
    ["another model", { model: "B2A" }],
    ["another Incoterm", { incoterm: "EXW" }],
    ["another country", { destination: "BE" }],
    ["another reference", { purchaseOrderNumber: "4711" }],
    ["another date", { requestedDeliveryAt: "2999-01-01T00:00:00Z" }],
  ])("is refused for %s", async (_, changes) => {
    await using orders = await openOrders({ offers });
    await place(orders);
    const { data, errors } = await place(orders, { input: request(changes) });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "IDEMPOTENCY_KEY_REUSED" } }]);
    await expect(countOrders(orders)).resolves.toBe(1);
  });

  test("is each buyer's own", async () => {
    await using orders = await openOrders({ offers });
    const [one, other] = [await place(orders), await place(orders, { viewer: company("nantes") })];
    expect(idIn(one)).not.toBe(idIn(other));
  });
});

const refusals: [
  string,
  { viewer?: Viewer; input?: object; key?: string },
  { code: string; argument?: string },
][] = [
  ["a consumer", { viewer: consumer("claire") }, { code: "FORBIDDEN" }],
  ["a company's other roles", { viewer: company("boulange", ["sales"]) }, { code: "FORBIDDEN" }],
  ["no key", { key: "" }, { code: "BAD_USER_INPUT", argument: "idempotencyKey" }],
  ["a key with a space", { key: "a b" }, { code: "BAD_USER_INPUT", argument: "idempotencyKey" }],
  ["a long key", { key: "k".repeat(101) }, { code: "BAD_USER_INPUT", argument: "idempotencyKey" }],
  [
    "a seller that is no company",
    { input: { sellerId: idOf("products", "t100") } },
    { code: "BAD_USER_INPUT", argument: "input.sellerId" },
  ],
  [
    "a seller that does not exist",
    { input: { sellerId: idOf("companies", "nobody") } },
    { code: "BAD_USER_INPUT", argument: "input.sellerId" },
  ],
  [
    "a seller that offers nothing",
    { input: { sellerId: idOf("companies", "vega") } },
    { code: "BAD_USER_INPUT", argument: "input.lines.0.productId" },
  ],
  [
    "itself as the seller",
    { input: { sellerId: idOf("companies", "boulange") } },
    { code: "BAD_USER_INPUT", argument: "input.sellerId" },
  ],
  ["a consumer's model", { input: { model: "B2C" } }, { code: "BAD_USER_INPUT", argument: "input.model" }],
  [
    "the model of a brand",
    { input: { model: "B2B2C" } },
    { code: "BAD_USER_INPUT", argument: "input.model" },
  ],
  [
    "a reference of nothing but blanks",
    { input: { purchaseOrderNumber: "  " } },
    { code: "BAD_USER_INPUT", argument: "input.purchaseOrderNumber" },
  ],
  [
    "a reference of two lines",
    { input: { purchaseOrderNumber: "a\nb" } },
    { code: "BAD_USER_INPUT", argument: "input.purchaseOrderNumber" },
  ],
  [
    "a date in the past",
    { input: { requestedDeliveryAt: "2020-01-01T00:00:00Z" } },
    { code: "BAD_USER_INPUT", argument: "input.requestedDeliveryAt" },
  ],
  ["no line", { input: { lines: [] } }, { code: "BAD_USER_INPUT", argument: "input.lines" }],
  [
    "more lines than an order may have",
    { input: { lines: Array.from({ length: 201 }, () => line("t100")) } },
    { code: "BAD_USER_INPUT", argument: "input.lines" },
  ],
  [
    "something that is no product",
    { input: { lines: [line("t100"), { productId: "t100", quantity: "1" }] } },
    { code: "BAD_USER_INPUT", argument: "input.lines.1.productId" },
  ],
  [
    "nothing of a product",
    { input: { lines: [line("t100", "0.00")] } },
    { code: "BAD_USER_INPUT", argument: "input.lines.0.quantity" },
  ],
  [
    "less than nothing",
    { input: { lines: [line("t100"), line("t100", "-1")] } },
    { code: "BAD_USER_INPUT", argument: "input.lines.1.quantity" },
  ],
  [
    "a quantity whose amount nobody could store",
    { input: { lines: [line("t100", "0.0000001")] } },
    { code: "BAD_USER_INPUT", argument: "input.lines.0.quantity" },
  ],
  [
    "a product that is offered by another seller",
    { input: { lines: [line("theirs")] } },
    { code: "BAD_USER_INPUT", argument: "input.lines.0.productId" },
  ],
  [
    "products in two currencies",
    { input: { lines: [line("t100"), line("dollars")] } },
    { code: "BAD_USER_INPUT", argument: "input.lines" },
  ],
  [
    "a product that is not available",
    { input: { lines: [line("t100"), line("gone")] } },
    { code: "CONFLICT", argument: "input.lines.1.productId" },
  ],
  [
    "a product whose price is on request",
    { input: { lines: [line("asked")] } },
    { code: "CONFLICT", argument: "input.lines.0.productId" },
  ],
];

describe("an order is refused", () => {
  test.each(refusals)("for %s, naming the argument, and nothing is stored", async (_, asked, extensions) => {
    await using orders = await openOrders({ offers });
    const { input, ...rest } = asked;
    const { data, errors } = await place(orders, { ...rest, input: request({ ...input }) });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions }]);
    await expect(countOrders(orders)).resolves.toBe(0);
  });

  test("for as long as it is not known who is of the chain", async () => {
    await using orders = await openOrders({ offers }, { agreements: () => undefined });
    const { data, errors = [] } = await place(orders);
    expect(data).toBeNull();
    const codes = errors.map(({ extensions }) => extensions?.code);
    expect(new Set(codes)).toEqual(new Set(["AGREEMENTS_UNKNOWN"]));
  });

  test("in the same words for a product that is offered to others and for one that nobody offers", async () => {
    await using orders = await openOrders({ offers });
    const [hidden, absent] = await Promise.all(
      ["secret", "nothing"].map((product) => place(orders, { input: request({ lines: [line(product)] }) })),
    );
    expect(hidden).toMatchObject({
      errors: [{ extensions: { code: "BAD_USER_INPUT", argument: "input.lines.0.productId" } }],
    });
    expect(absent).toEqual(hidden);
  });
});

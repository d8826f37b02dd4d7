import type { Viewer } from "@maillon/schema";
import { company, consumer, idOf, openOrders } from "../testing/open-orders.ts";
import { CHAIN, orderRecord } from "../testing/records.ts";

const ASK = `query ($id: ID!) { order(id: $id) {
  buyer { id } customer { id } total { amount } tax { amount } paymentTerms { netDays }
  lines { unitPrice { amount } discountPercent lineTotal { amount } } shipments { state cost { amount } }
} }`;

/** The order of `CHAIN` with everything in it that not every party may read. */
const full = CHAIN.map((order) => ({
  ...order,
  tax: "40",
  paymentTerms: { netDays: 30 },
  shipments: [{ key: "1", state: "SHIPPED" as const, cost: { amount: "12.90", currency: "EUR" } }],
}));

interface Rights {
  readonly viewer: Viewer;
  readonly buyer: boolean;
  readonly amounts: boolean;
  readonly freight: boolean;
  /** Whether it may know that goods are on their way; a party may. */
  readonly shipments?: false;
}

const rights: [string, string, Rights][] = [
  ["b2b", "its seller", { viewer: company("integra"), buyer: true, amounts: true, freight: true }],
  ["b2b", "its buyer", { viewer: company("boulange"), buyer: true, amounts: true, freight: false }],
  ["through", "its intermediary", { viewer: company("integra"), buyer: true, amounts: true, freight: false }],
  ["branded", "its seller", { viewer: company("vega"), buyer: true, amounts: true, freight: true }],
  ["branded", "its consumer", { viewer: consumer("claire"), buyer: true, amounts: true, freight: false }],
  [
    "branded",
    "the brand",
    { viewer: company("fabrica"), buyer: true, amounts: false, freight: false, shipments: false },
  ],
  [
    "branded",
    "who brought her in",
    { viewer: company("integra"), buyer: false, amounts: true, freight: false },
  ],
];

describe("an order", () => {
  test.each(rights)("%s shows %s what it may read, and nulls for the rest", async (key, _, may) => {
    await using orders = await openOrders({ orders: full });
    const { data, errors } = await orders.ask(may.viewer, ASK, { id: idOf("orders", key) });
    expect(errors).toBeUndefined();
    const { buyer, customer } = full.find((order) => order.key === key) ?? {};
    const amount = (value: string) => (may.amounts ? { amount: value } : null);
    expect(data?.order).toEqual({
      buyer: may.buyer && buyer ? { id: idOf("companies", buyer) } : null,
      customer: may.buyer && customer ? { id: idOf("customers", customer) } : null,
      total: amount("200"),
      tax: amount("40"),
      paymentTerms: may.amounts ? { netDays: 30 } : null,
      lines: [
        { unitPrice: amount("100"), discountPercent: may.amounts ? "0" : null, lineTotal: amount("200") },
      ],
      shipments:
        may.shipments === false ? [] : [{ state: "SHIPPED", cost: may.freight ? { amount: "12.90" } : null }],
    });
  });

  test.each(["EXW", "FCA", "FAS", "FOB"] as const)(
    "%s shows its freight to the buyer alone",
    async (incoterm) => {
      const shipments = [{ key: "1", state: "READY" as const, cost: { amount: "12.90", currency: "EUR" } }];
      const order = orderRecord({ key: "a", seller: "integra", buyer: "boulange", incoterm, shipments });
      await using orders = await openOrders({ orders: [order] });
      const query = "{ orders { nodes { shipments { freightPayer cost { amount } } } } }";
      const freightOf = (freight: unknown) => ({ data: { orders: { nodes: [{ shipments: [freight] }] } } });
      const paid = { freightPayer: idOf("companies", "boulange"), cost: { amount: "12.90" } };
      expect(await orders.ask(company("boulange"), query)).toEqual(freightOf(paid));
      const unpaid = { freightPayer: null, cost: null };
      expect(await orders.ask(company("integra"), query)).toEqual(freightOf(unpaid));
    },
  );
});

test("whoever may read the buyer of an order finds it among the buyer's orders, and nobody else does", async () => {
  const models = ["B2B", "B2B2B", "B2B2C"] as const;
  const brands = [undefined, "fabrica"];
  const all = models.flatMap((model) =>
    brands.map((soldUnderBrandOf) =>
      orderRecord({
        key: `${model} ${soldUnderBrandOf}`,
        seller: "vega",
        buyer: "boulange",
        customer: "claire",
        intermediary: "integra",
        model,
        ...(soldUnderBrandOf !== undefined && { soldUnderBrandOf }),
      }),
    ),
  );
  await using orders = await openOrders({ orders: all });
  const r = [{ __typename: "Organization", id: idOf("companies", "boulange") }];
  const ask = `query ($r: [_Any!]!) {
    orders { nodes { id buyer { id } } }
    _entities(representations: $r) { ... on Organization { ordersAsBuyer { nodes { id } } } }
  }`;
  for (const viewer of [
    ...["vega", "boulange", "integra", "fabrica"].map((name) => company(name)),
    consumer("claire"),
  ]) {
    const { data } = await orders.ask(viewer, ask, { r });
    const { orders: own, _entities: found } = data as unknown as OwnAndFound;
    const known = own.nodes.filter(({ buyer }) => buyer !== null).map(({ id }) => id);
    expect(found.flatMap(({ ordersAsBuyer }) => ordersAsBuyer.nodes.map(({ id }) => id))).toEqual(known);
  }
});

interface OwnAndFound {
  readonly orders: { readonly nodes: readonly { readonly id: string; readonly buyer: object | null }[] };
  readonly _entities: readonly {
    readonly ordersAsBuyer: { readonly nodes: readonly { readonly id: string }[] };
  }[];
}

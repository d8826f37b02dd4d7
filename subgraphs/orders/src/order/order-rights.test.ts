import type { Viewer } from "@maillon/schema";
import { boundRule } from "@maillon/subgraph-kit";
import { company, consumer, idOf, openOrders } from "../testing/open-orders.ts";
import { CHAIN, orderRecord } from "../testing/records.ts";
import { Order } from "./order.ts";
import { mayReadBuyer } from "./order-rights.ts";
import { knownBuyerRows } from "./order-rows.ts";

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

const rights: [string, string, { viewer: Viewer; buyer: boolean; amounts: boolean; freight: boolean }][] = [
  ["b2b", "its seller", { viewer: company("integra"), buyer: true, amounts: true, freight: true }],
  ["b2b", "its buyer", { viewer: company("boulange"), buyer: true, amounts: true, freight: false }],
  ["through", "its intermediary", { viewer: company("integra"), buyer: true, amounts: true, freight: false }],
  ["branded", "its seller", { viewer: company("vega"), buyer: true, amounts: true, freight: true }],
  ["branded", "its consumer", { viewer: consumer("claire"), buyer: true, amounts: true, freight: false }],
  ["branded", "the brand", { viewer: company("fabrica"), buyer: true, amounts: false, freight: false }],
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
      shipments: [{ state: "SHIPPED", cost: may.freight ? { amount: "12.90" } : null }],
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
  for (const viewer of [
    ...["vega", "boulange", "integra", "fabrica"].map((name) => company(name)),
    consumer("claire"),
  ]) {
    const em = orders.database.as(viewer);
    const seen = await em.find(Order, {});
    const rule = boundRule(knownBuyerRows, "o", viewer);
    const listed: { id: string }[] = await em.execute(
      `select id from trade_order o where ${rule.sql}`,
      rule.parameters,
    );
    const readable = seen.filter((order) => mayReadBuyer(viewer, order));
    expect(listed.map(({ id }) => id).toSorted()).toEqual(readable.map(({ id }) => id).toSorted());
  }
});

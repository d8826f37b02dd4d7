import { type Flip, flipHidden, tablesWithSecrets } from "@maillon/subgraph-kit/testing";
import { sharing } from "@maillon/schema/testing";
import { orders as subgraph } from "./subgraph.ts";
import { agreed } from "./testing/agreed.ts";
import { company, consumer, idOf, openOrders } from "./testing/open-orders.ts";
import { awardRecord, CHAIN, offerRecord } from "./testing/records.ts";

const everything = {
  orders: CHAIN.map((order) => ({
    ...order,
    tax: "40",
    purchaseOrderNumber: "PO-1",
    shipments: [{ key: "1", state: "SHIPPED" as const, cost: { amount: "12.90", currency: "EUR" } }],
  })),
  offers: [offerRecord({ key: "closed", seller: "integra", product: "t100", audience: ["boulange"] })],
  awards: [awardRecord({ key: "schools", buyer: "nantes", holders: ["integra"], order: "b2b" })],
};

const FLIPS: readonly Flip[] = [
  {
    table: "trade_order",
    dataClass: "TRADE_AMOUNT",
    set: "total_amount = 10000 - total_amount, tax_amount = tax_amount + 1",
  },
  {
    table: "trade_order",
    dataClass: "TRADE_CORE",
    set: "state = 'COMPLETE', placed_at = placed_at + interval '1 day', purchase_order_number = 'PO-2'",
  },
  {
    table: "order_line",
    dataClass: "TRADE_AMOUNT",
    set: "unit_amount = 2 * unit_amount, total_amount = 2 * total_amount",
  },
  { table: "shipment", dataClass: "LOGISTICS_COST", set: "cost_amount = cost_amount + 1" },
  { table: "shipment", dataClass: "LOGISTICS", set: "state = 'DELAYED'" },
  { table: "offer", dataClass: "PRICE_RESALE", set: "price_amount = price_amount + 1" },
  { table: "award", dataClass: "TRADE_CORE", set: "order_id = 'ord_integra_another'" },
];

test("of every table with secrets some are changed", () => {
  expect([...new Set(FLIPS.map(({ table }) => table))].toSorted()).toEqual(tablesWithSecrets(subgraph));
});

/** Every list, with every filter, a page at a time: what is left out shows in lengths, orders and cursors. */
const ASK = `query ($r: [_Any!]!) {
  ${["", "role: SELLER", "role: BUYER", "role: INTERMEDIARY", "state: OPEN", "state: COMPLETE"]
    .map((filter, place) => `o${place}: orders(first: 2 ${filter}) { ...page }`)
    .join(" ")}
  awards(first: 1) { nodes { id total { amount } order { id } } pageInfo { hasNextPage endCursor } }
  _entities(representations: $r) {
    ... on Organization { bought: ordersAsBuyer(first: 1) { ...page } sold: ordersAsSeller(first: 1) { ...page } }
    ... on Customer { orders(first: 1) { ...page } }
    ... on Product { offers { id price { amount } } }
  }
}
fragment page on OrderConnection {
  pageInfo { hasNextPage endCursor }
  nodes { id number state purchaseOrderNumber total { amount } tax { amount } buyer { id } customer { id }
    lines { quantity unitPrice { amount } lineTotal { amount } } shipments { state cost { amount } } }
}`;

const r = [
  ...["integra", "fabrica", "vega", "boulange"].map((name) => ({
    __typename: "Organization",
    id: idOf("companies", name),
  })),
  { __typename: "Customer", id: idOf("customers", "claire") },
  { __typename: "Product", id: idOf("products", "t100") },
];

const agreements = agreed({
  clauses: {
    "fabrica-integra": [sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS")],
  },
});

test.each([
  ["a supplier who is shown pseudonymous orders", company("fabrica")],
  ["an integrator", company("integra")],
  ["a rival", company("rivalis")],
  ["a buyer", company("boulange")],
  ["a stranger", company("etrangere")],
  ["a consumer", consumer("claire")],
])("what %s may not read of orders changes no byte of the answers", async (_, viewer) => {
  await using orders = await openOrders(everything, { agreements: () => agreements });
  const before = await orders.ask(viewer, ASK, { r });
  expect(before.errors).toBeUndefined();
  const flipped = await flipHidden({ subgraph, opened: orders, agreements }, viewer, FLIPS);
  expect(flipped).toBeGreaterThan(FLIPS.length / 2);
  expect(await orders.ask(viewer, ASK, { r })).toEqual(before);
});

import type { Viewer } from "@maillon/schema";
import { withClient } from "@maillon/subgraph-kit/testing";
import type { EntityClass } from "@mikro-orm/core";
import { Award } from "./award/award.ts";
import { OrderLine } from "./line/order-line.ts";
import { Offer } from "./offer/offer.ts";
import { Order } from "./order/order.ts";
import { Shipment } from "./shipment/shipment.ts";
import { company, consumer, idOf, openOrders } from "./testing/open-orders.ts";
import { awardRecord, CHAIN, offerRecord } from "./testing/records.ts";

const tables: Record<string, EntityClass<{ id: string }>> = {
  trade_order: Order,
  order_line: OrderLine,
  shipment: Shipment,
  offer: Offer,
  award: Award,
};

// Each order with one line and one shipment, so that the rows of a part are named like their order.
const delivery = {
  orders: CHAIN.map((order) => ({
    ...order,
    shipments: [{ key: "0", state: "READY" as const, carrier: "transvia" }],
  })),
  offers: [
    offerRecord({ key: "published", seller: "integra", product: "t100" }),
    offerRecord({ key: "for boulange", seller: "integra", product: "t100", audience: ["boulange"] }),
  ],
  awards: [awardRecord({ key: "award", buyer: "nantes", holders: ["integra"] })],
};

const names = new Map([
  ...CHAIN.flatMap(({ key }) => [
    [idOf("orders", key), key] as const,
    ...(["lin", "shp"] as const).map((kind) => [idOf("orders", key, { kind, key: "0" }), key] as const),
  ]),
  ...delivery.offers.map(({ key }) => [idOf("offers", key), key] as const),
]);

const published = ["published"];
const offered = ["for boulange", "published"];
const everyOrder = CHAIN.map(({ key }) => key).toSorted();

interface Visible {
  readonly viewer: Viewer;
  readonly orders: readonly string[];
  readonly offers: readonly string[];
  /** Where they are not those of the orders. */
  readonly shipments?: readonly string[];
}

const visible: [string, Visible][] = [
  [
    "a seller that also brought in a consumer",
    { viewer: company("integra"), orders: ["b2b", "branded", "resold", "through"], offers: offered },
  ],
  ["a buyer", { viewer: company("boulange"), orders: ["b2b", "resold", "through"], offers: offered }],
  [
    "a brand that consumers buy under, not one that is resold",
    {
      viewer: company("fabrica"),
      orders: ["branded", "rival", "through"],
      // Who ships to a consumer under the brand is the seller's business, unless a service clause says otherwise.
      shipments: ["rival", "through"],
      offers: published,
    },
  ],
  ["a seller to consumers", { viewer: company("vega"), orders: ["branded"], offers: published }],
  ["a rival", { viewer: company("rivalis"), orders: ["rival"], offers: published }],
  ["a carrier", { viewer: company("transvia"), orders: [], shipments: everyOrder, offers: published }],
  ["a company with nothing", { viewer: company("etrangere"), orders: [], offers: published }],
  ["a consumer", { viewer: consumer("claire"), orders: ["branded"], offers: published }],
  ["another consumer", { viewer: consumer("marc"), orders: [], offers: published }],
  ["a consumer who is no customer", { viewer: consumer(), orders: [], offers: published }],
];

const rowsOf = ({ orders, offers, shipments = orders }: Visible) => ({
  trade_order: orders,
  order_line: orders,
  shipment: shipments,
  offer: offers,
  award: [undefined],
});

/** The rows of each table, by name. */
async function readRows(
  read: (table: string, entity: EntityClass<{ id: string }>) => Promise<{ id: string }[]>,
) {
  const rows = Object.entries(tables).map(async ([table, entity]) => {
    const found = await read(table, entity);
    return [table, found.map(({ id }) => names.get(id)).toSorted()] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

describe.each(visible)("the rows of %s", (_, expected) => {
  test("are those of the query's own rule, with row-level security off", async () => {
    await using orders = await openOrders(delivery);
    await withClient(orders.ownerUrl, async (client) => {
      for (const table of Object.keys(tables))
        await client.query(`alter table ${table} disable row level security`);
    });
    const rows = await readRows(async (_table, entity) =>
      orders.database.as(expected.viewer).find(entity, {}),
    );
    expect(rows).toEqual(rowsOf(expected));
  });

  test("are those of row-level security, when the query has no rule", async () => {
    await using orders = await openOrders(delivery);
    const rows = await readRows(async (table) =>
      orders.database.as(expected.viewer).execute(`select id from ${table}`),
    );
    expect(rows).toEqual(rowsOf(expected));
  });
});

test("without a viewer there are no rows, not even public ones", async () => {
  await using orders = await openOrders(delivery);
  await withClient(orders.appUrl, async (client) => {
    for (const table of Object.keys(tables)) {
      const { rowCount } = await client.query(`select 1 from ${table}`);
      expect([table, rowCount]).toEqual([table, 0]);
    }
  });
});

test("nobody changes or removes an order that was placed, not even its buyer", async () => {
  await using orders = await openOrders(delivery);
  const em = orders.database.as(company("boulange"));
  const id = idOf("orders", "b2b");
  await expect(em.nativeUpdate(Order, { id }, { totalAmount: "1" })).resolves.toBe(0);
  await expect(em.nativeDelete(Order, { id })).resolves.toBe(0);
  await expect(em.nativeUpdate(OrderLine, { orderId: id }, { unitAmount: "1" })).resolves.toBe(0);
  await expect(em.nativeDelete(OrderLine, { orderId: id })).resolves.toBe(0);
});

test.each([
  ["order_line", "id, order_id, position, product_id, quantity, unit, unit_amount, discount, total_amount"],
  ["trade_order", "id, number, model, state, seller_id, buyer_id, currency_code, total_amount, placed_at"],
])("nobody adds to %s in another buyer's name", async (table, columns) => {
  await using orders = await openOrders(delivery);
  const copy = `insert into ${table} (${columns})
    select ${columns.replace("id,", "'new',").replace("position", "9").replace("number", "'new'")} from ${table} limit 1`;
  const seller = orders.database.as(company("fabrica"));
  await expect(seller.execute(copy)).rejects.toThrow(/row-level security/u);
});

test("the orders of a page come with one statement for each type", async () => {
  await using orders = await openOrders(delivery);
  const { data, errors } = await orders.ask(
    company("integra"),
    `{ orders { nodes { lines { product { id } lineTotal { amount } } shipments { id cost { amount } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ orders: { nodes: Array.from({ length: 4 }, () => ({ lines: [{}] })) } });
  expect(orders.statements).toHaveLength(3);
});

test("references of many types come with one statement for each, absent and hidden ones as null", async () => {
  await using orders = await openOrders(delivery);
  const part = { kind: "shp", key: "0" } as const;
  const r = [
    ...["b2b", "rival", "nothing", "resold"].map((key) => ({ __typename: "Order", id: idOf("orders", key) })),
    ...["b2b", "rival"].map((key) => ({ __typename: "Shipment", id: idOf("orders", key, part) })),
    ...["published", "for boulange"].map((key) => ({ __typename: "Offer", id: idOf("offers", key) })),
    { __typename: "Award", id: idOf("awards", "award") },
  ];
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) {
    ... on Order { number } ... on Shipment { state } ... on Offer { available } ... on Award { object } } }`;
  const { data } = await orders.ask(company("boulange"), query, { r });
  expect(data).toEqual({
    _entities: [
      { number: "N-b2b" },
      null,
      null,
      { number: "N-resold" },
      { state: "READY" },
      null,
      { available: true },
      { available: true },
      { object: "Sensors for school heating" },
    ],
  });
  expect(orders.statements).toHaveLength(4);
});

import type { Viewer } from "@maillon/schema";
import { withClient } from "@maillon/subgraph-kit/testing";
import { OrderLine } from "../line/order-line.ts";
import { company, consumer, idOf, openOrders, type TestOrders } from "../testing/open-orders.ts";
import { CHAIN } from "../testing/records.ts";
import { Order } from "./order.ts";

const viewers: [string, Viewer, string[]][] = [
  ["a seller that also brought in a consumer", company("integra"), ["b2b", "branded", "resold", "through"]],
  ["a buyer", company("boulange"), ["b2b", "resold", "through"]],
  [
    "a brand that consumers buy under, not one that is resold",
    company("fabrica"),
    ["branded", "rival", "through"],
  ],
  ["a seller to consumers", company("vega"), ["branded"]],
  ["a rival", company("rivalis"), ["rival"]],
  ["a company with nothing", company("etrangere"), []],
  ["a consumer", consumer("claire"), ["branded"]],
  ["another consumer", consumer("marc"), []],
  ["a consumer who is no customer", consumer(), []],
];

const names = new Map(CHAIN.map(({ key }) => [idOf("orders", key), key]));
const namesOf = (ids: readonly string[]) => ids.map((id) => names.get(id)).toSorted();

async function disableRowSecurity({ ownerUrl }: TestOrders): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (const table of ["trade_order", "order_line"])
      await client.query(`alter table ${table} disable row level security`);
  });
}

describe("the orders of", () => {
  test.each(viewers)("%s are found by the query alone", async (_, viewer, expected) => {
    await using orders = await openOrders({ orders: CHAIN });
    await disableRowSecurity(orders);
    const em = orders.database.as(viewer);
    const [found, lines] = [await em.find(Order, {}), await em.find(OrderLine, {})];
    expect(namesOf(found.map(({ id }) => id))).toEqual(expected);
    expect(namesOf(lines.map(({ orderId }) => orderId))).toEqual(expected);
  });

  test.each(viewers)("%s are found by the database alone", async (_, viewer, expected) => {
    await using orders = await openOrders({ orders: CHAIN });
    const em = orders.database.as(viewer);
    const found: { id: string }[] = await em.execute("select id from trade_order");
    const lines: { order_id: string }[] = await em.execute("select order_id from order_line");
    expect(namesOf(found.map(({ id }) => id))).toEqual(expected);
    expect(namesOf(lines.map((line) => line.order_id))).toEqual(expected);
  });

  test.each(viewers)("%s come with one statement for each type", async (_, viewer, expected) => {
    await using orders = await openOrders({ orders: CHAIN });
    const { data, errors } = await orders.ask(
      viewer,
      "{ orders { nodes { id lines { product { id } lineTotal { amount } } shipments { id } } } }",
    );
    expect(errors).toBeUndefined();
    const page = data as { orders: { nodes: { id: string; lines: unknown[] }[] } };
    expect(namesOf(page.orders.nodes.map(({ id }) => id))).toEqual(expected);
    expect(page.orders.nodes.every(({ lines }) => lines.length === 1)).toBe(true);
    expect(orders.statements).toHaveLength(expected.length === 0 ? 1 : 3);
  });
});

test("nobody changes or removes an order that was placed, not even its buyer", async () => {
  await using orders = await openOrders({ orders: CHAIN });
  const em = orders.database.as(company("boulange"));
  const id = idOf("orders", "b2b");
  await expect(em.nativeUpdate(Order, { id }, { totalAmount: "1" })).resolves.toBe(0);
  await expect(em.nativeDelete(Order, { id })).resolves.toBe(0);
  await expect(em.nativeUpdate(OrderLine, { orderId: id }, { unitAmount: "1" })).resolves.toBe(0);
});

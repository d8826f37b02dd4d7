import type { DataClass, Viewer } from "@maillon/schema";
import { declaredFacts } from "@maillon/subgraph-kit/testing";
import { orders } from "../subgraph.ts";
import { company, consumer, idOf, openOrders } from "../testing/open-orders.ts";
import { CHAIN } from "../testing/records.ts";

const { selectionOf, readableOn } = declaredFacts(orders);

const ASK = `query ($id: ID!) { order(id: $id) { ${selectionOf("Order")}
  lines { ${selectionOf("OrderLine")} } shipments { ${selectionOf("Shipment")} } } }`;

const OF_ORDERS: readonly DataClass[] = ["TRADE_CORE", "TRADE_AMOUNT", "LOGISTICS", "CUSTOMER_EXISTENCE"];
const OF_SHIPMENTS: readonly DataClass[] = ["LOGISTICS", "LOGISTICS_COST"];
const DEAL: readonly DataClass[] = ["TRADE_CORE", "TRADE_AMOUNT", "LOGISTICS"];

interface Reads {
  readonly viewer: Viewer;
  readonly order: readonly DataClass[];
  /** None: it does not learn that there is a shipment. */
  readonly shipment?: readonly DataClass[];
}

const parties: [order: string, who: string, reads: Reads][] = [
  ["b2b", "its seller", { viewer: company("integra"), order: OF_ORDERS, shipment: OF_SHIPMENTS }],
  ["b2b", "its buyer", { viewer: company("boulange"), order: OF_ORDERS, shipment: ["LOGISTICS"] }],
  ["through", "its intermediary", { viewer: company("integra"), order: OF_ORDERS, shipment: ["LOGISTICS"] }],
  ["branded", "its consumer", { viewer: consumer("claire"), order: OF_ORDERS, shipment: ["LOGISTICS"] }],
  ["branded", "the brand", { viewer: company("fabrica"), order: ["TRADE_CORE", "CUSTOMER_EXISTENCE"] }],
  ["branded", "who brought her in", { viewer: company("integra"), order: DEAL, shipment: ["LOGISTICS"] }],
];

interface Shown {
  readonly order: { readonly lines: readonly unknown[]; readonly shipments: readonly unknown[] };
}

describe("the declared parties, as a viewer gets them", () => {
  test.each(parties)("of the order %s let %s read what the matrix says", async (key, _, reads) => {
    const shipments = [{ key: "1", state: "SHIPPED" as const }];
    await using opened = await openOrders({ orders: CHAIN.map((order) => ({ ...order, shipments })) });
    const { data, errors } = await opened.ask(reads.viewer, ASK, { id: idOf("orders", key) });
    expect(errors).toBeUndefined();
    const { order } = data as unknown as Shown;
    const readable = (type: string, values: unknown, classes: readonly DataClass[]) =>
      readableOn({ type, values }, reads.viewer, classes);
    expect(readable("Order", order, OF_ORDERS)).toEqual(reads.order);
    expect(order.lines.map((line) => readable("OrderLine", line, OF_ORDERS))).toEqual([reads.order]);
    const shown = order.shipments.map((shipment) => readable("Shipment", shipment, OF_SHIPMENTS));
    expect(shown).toEqual(reads.shipment ? [reads.shipment] : []);
  });
});

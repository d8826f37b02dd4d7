import { beltedTypes, bothBelts, entityWay, objectsFound } from "@maillon/subgraph-kit/testing";
import { coOwned, service, sharing, type Terms } from "@maillon/schema/testing";
import { orders } from "./subgraph.ts";
import { agreed } from "./testing/agreed.ts";
import { company, consumer, idOf, openOrders } from "./testing/open-orders.ts";
import { awardRecord, CHAIN, offerRecord } from "./testing/records.ts";

const everything = {
  orders: CHAIN.map((order, place) => ({
    ...order,
    destination: place === 0 ? "DE" : "FR",
    ...(place % 2 === 0 && { incoterm: "EXW" as const }),
    agreement: "fabrica-integra",
    shipments: [{ key: "1", state: "SHIPPED" as const, carrier: "porteur" }],
  })),
  offers: [
    offerRecord({ key: "open", seller: "integra", product: "t100" }),
    offerRecord({ key: "closed", seller: "integra", product: "t100", audience: ["boulange"] }),
  ],
  awards: [awardRecord({ key: "schools", buyer: "nantes", holders: ["integra"], order: "b2b" })],
};

const shared = (dataClass: Parameters<typeof sharing>[1]) =>
  sharing({ from: "integra", to: "fabrica" }, dataClass, "PSEUDONYMOUS");

const together: Terms = {
  clauses: {
    "fabrica-integra": [
      shared("TRADE_CORE"),
      shared("CUSTOMER_EXISTENCE"),
      shared("CATALOG_RESTRICTED"),
      service("fabrica", ["DELIVERY", "SUPPORT"]),
      coOwned(true),
    ],
  },
};

const TERMS = [
  { title: "nothing", agreements: agreed({}) },
  { title: "sharing, service and common customers", agreements: agreed(together) },
  { title: "the same for one country", agreements: agreed(together, ["FR"]) },
];

const VIEWERS = [
  ...["integra", "fabrica", "vega", "boulange", "rivalis", "porteur", "nantes", "autorite", "etrangere"].map(
    (name) => company(name),
  ),
  consumer("claire"),
];

const shipmentId = (key: string) => idOf("orders", key, { kind: "shp", key: "1" });

const WAYS = {
  Order: { query: (facts: string) => `{ orders { nodes { ${facts} } } }` },
  OrderLine: { query: (facts: string) => `{ orders { nodes { lines { ${facts} } } } }` },
  Shipment: entityWay(
    "Shipment",
    CHAIN.map(({ key }) => shipmentId(key)),
  ),
  Offer: entityWay(
    "Offer",
    everything.offers.map(({ key }) => idOf("offers", key)),
  ),
  Award: { query: (facts: string) => `{ awards { nodes { ${facts} } } }` },
};

test("every type that both belts decide on is compared", () => {
  expect(Object.keys(WAYS).toSorted()).toEqual(beltedTypes(orders));
});

/** Milliseconds: every viewer asks for every type. */
const MANY_QUESTIONS = 120_000;

test.each(TERMS)(
  "the gateway decides as the masks do when $title is agreed",
  async ({ agreements }) => {
    await using opened = await openOrders(everything, { agreements: () => agreements });
    const { owner, gateway } = await bothBelts({ subgraph: orders, opened, agreements }, VIEWERS, WAYS);
    expect(gateway).toEqual(owner);
    expect(objectsFound(owner)).toBeGreaterThan(VIEWERS.length);
  },
  MANY_QUESTIONS,
);

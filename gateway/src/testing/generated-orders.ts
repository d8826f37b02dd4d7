import type { DataClass, Viewer } from "@maillon/schema";
import type { Ledger } from "@maillon/schema/policy";
import { type CompanyName, company, ledgerWith, sharing, viewer } from "@maillon/schema/testing";
import * as fc from "fast-check";
import type { ReferenceOptions } from "./reference-answer.ts";

/** The classes that protect the generated orders. */
export const ORDER_CLASSES: ReferenceOptions["classes"] = {
  Order: ["TRADE_CORE"],
  "Order.total": ["TRADE_AMOUNT"],
  "Order.cost": ["PRICE_COST"],
  "Order.buyerName": ["CUSTOMER_EXISTENCE", "CUSTOMER_IDENTITY"],
  "Order.incoterm": ["LOGISTICS"],
  Line: ["TRADE_CORE"],
  "Line.price": ["TRADE_AMOUNT"],
};
const visible = (coordinate: string) =>
  ORDER_CLASSES[coordinate] ? `@visible(class: ${JSON.stringify(ORDER_CLASSES[coordinate])})` : "";
/** The types of the generated orders. */
export const ORDER_TYPES = `
  type Query { orders: [Order] documents: [Document] latest: Order }
  interface Document { id: ID total: Int }
  type Order implements Document @key(fields: "id")
    @parties(owner: "seller", seller: "seller", buyer: "buyer", via: "via", published: "published", basis: "purposes")
    ${visible("Order")} {
    id: ID
    seller: Organization @visible(class: ["PUBLIC"])
    buyer: Organization @visible(class: ["PUBLIC"])
    via: [Organization] @visible(class: ["PUBLIC"])
    published: Boolean @visible(class: ["PUBLIC"])
    purposes: [String] @visible(class: ["PUBLIC"])
    total: Int ${visible("Order.total")}
    cost: Int ${visible("Order.cost")}
    buyerName: String ${visible("Order.buyerName")}
    incoterm: String ${visible("Order.incoterm")}
    lines: [Line]
  }
  type Line @parties(owner: "order.seller", seller: "order.seller", buyer: "order.buyer", via: "order.via")
    ${visible("Line")} {
    id: ID
    order: Order @visible(class: ["PUBLIC"])
    price: Int ${visible("Line.price")}
  }
  type Note implements Document { id: ID total: Int }
  type Organization { id: ID }`;

/** One query over some orders, and who asks under which agreements. */
export interface Question {
  readonly query: string;
  readonly data: object;
  readonly ledger: Ledger | undefined;
  readonly viewer: Viewer;
}

interface Deal {
  readonly seller?: unknown;
  readonly buyer?: unknown;
  readonly via?: unknown;
}

/** The facts of an order or of one of its lines. */
export function factsOfOrder(
  object: Deal & { readonly order?: Deal; readonly published?: unknown; readonly purposes?: unknown },
) {
  const { seller, buyer, via } = object.order ?? object;
  return { owner: seller, seller, buyer, via, published: object.published, basis: object.purposes };
}

const companies = fc.constantFrom<CompanyName[]>("integra", "boulange", "fabrica", "nantes");
const organization = companies.map((name) => ({ id: company(name) }));
/** Facts as they should be, missing, and spoiled. */
const party = fc.oneof({ weight: 8, arbitrary: organization }, fc.constantFrom(null, { id: null }));
const order = fc
  .record({
    seller: party,
    buyer: party,
    via: fc.oneof(fc.array(party, { maxLength: 2 }), fc.constant(null)),
    published: fc.constantFrom(true, false, null),
    purposes: fc.subarray(["NOT_PERSONAL", "CONTRACT"]),
    total: fc.nat(99),
    lines: fc.nat(3),
  })
  .map(({ lines, ...rest }) => {
    const made = { __typename: "Order", id: "o", cost: 7, buyerName: "B", incoterm: "DAP", ...rest };
    const line = (n: number) => ({ __typename: "Line", id: `l${n}`, price: n, order: made });
    return Object.assign(made, { lines: Array.from({ length: lines }, (_, n) => line(n)) });
  });
const note = fc.record({ __typename: fc.constant("Note"), id: fc.constant("n"), total: fc.nat(99) });
// Runs of equal orders, because that is what the engine makes use of.
const orders = fc
  .array(fc.tuple(order, fc.integer({ min: 1, max: 3 })), { maxLength: 5 })
  .map((runs) => runs.flatMap(([each, times]) => Array.from({ length: times }, () => each)));

const field = (...names: string[]) =>
  fc.tuple(fc.constantFrom("", "x_", "y_"), fc.constantFrom(...names)).map(([alias, name]) => {
    return alias === "" ? name : `${alias}${name.replace(/\W.*/, "")}: ${name}`;
  });
const on = (type: string, inner: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom("", " @include(if: true)", " @skip(if: true)"), inner).map(([directive, some]) => {
    return `... on ${type}${directive} { ${some} }`;
  });
const several = (...of: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...of), { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));
const ofLine = several(field("id", "price", "__typename", "order { id total }"));
const plain = field("__typename", "id", "total", "cost", "buyerName", "incoterm", "seller { id }");
const ofOrder = several(
  plain,
  on("Document", several(field("total", "id"))),
  ofLine.map((some) => `lines { ${some} }`),
);
const ofDocument = several(
  field("id", "total", "__typename"),
  on("Order", ofOrder),
  on("Note", several(field("total"))),
);

const clauses = (["TRADE_CORE", "LOGISTICS"] as const).flatMap((each: DataClass) =>
  (["PSEUDONYMOUS", "NONE"] as const).map((level) =>
    sharing({ from: "integra", to: "fabrica" }, each, level),
  ),
);
const ledger = fc.option(
  fc.subarray(clauses).map((some) => ledgerWith({ clauses: { "fabrica-integra": some } })),
  { freq: 8, nil: undefined },
);

/** Queries and orders of every kind, the facts often missing or spoiled. */
export const questions: fc.Arbitrary<Question> = fc.record({
  query: fc
    .tuple(ofOrder, ofDocument, ofOrder)
    .map(([a, b, c]) => `{ orders { ${a} } documents { ${b} } latest { ${c} } }`),
  data: fc
    .tuple(orders, note, fc.option(order))
    .map(([all, some, latest]) => ({ orders: all, documents: [...all, some], latest })),
  ledger,
  viewer: fc.constantFrom("integra", "boulange", "fabrica", "autorite", "claire").map((name) => viewer(name)),
});

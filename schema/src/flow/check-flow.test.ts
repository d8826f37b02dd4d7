import { checkFlow, lintContract } from "./check-flow.ts";
import type { FieldPermit } from "./chain.ts";
import { describeFinding, FLOW_RULES, type Finding, type FlowRule } from "./finding.ts";
import type { OperatedContract } from "./read-contract.ts";
import { CONTRACT_HEAD } from "./testing/contract-head.ts";

const ORDERS = `
interface Traded { id: ID! }
type Order implements Traded @key(fields: "id") @parties(owner: "seller", seller: "seller", buyer: "buyer") {
  id: ID!
  number: String @visible(class: "TRADE_CORE")
  seller: Organization @visible(class: "TRADE_CORE")
  buyer: Organization @visible(class: "CUSTOMER_EXISTENCE")
  total: Money @visible(class: "TRADE_AMOUNT")
  lines: [Line!] @visible(class: "TRADE_CORE")
}
type Line @parties(owner: "order.seller", buyer: "order.buyer") {
  order: Order @visible(class: "TRADE_CORE")
  product: String @visible(class: "TRADE_CORE")
  price: Money @visible(class: "TRADE_AMOUNT")
}
type Money @shareable { amount: String! }
type Organization @key(fields: "id", resolvable: false) { id: ID! }
type Invoice @key(fields: "id") @parties(owner: "seller") @visible(class: "FISCAL") { id: ID! number: String! seller: Organization! }
type Query { invoice(id: ID!): Invoice invoices: [Invoice!]! }
`;

const contract = (name: string, operator: string, body: string): OperatedContract => ({
  name,
  operator,
  sdl: CONTRACT_HEAD + body,
});
const orders = contract("orders", "integra", ORDERS);
const partner = (body: string) => contract("partner", "rivalis", body);
const found = (body: string, permits: FieldPermit[] = []) =>
  checkFlow({ contracts: [orders, partner(body)], permits });
const summary = (findings: readonly Finding[]) =>
  findings.map(({ rule, coordinate }) => `${rule} ${coordinate}`);

const hostile: [rule: FlowRule, what: string, body: string, coordinate: string][] = [
  [
    "FLOW_KEY",
    "asks for orders by their total",
    'type Order @key(fields: "id total { amount }") { id: ID! total: Money @external } type Money @shareable { amount: String! }',
    "Order",
  ],
  [
    "FLOW_KEY",
    "asks for orders by their number, in a second key",
    'type Order @key(fields: "id") @key(fields: "number") { id: ID! number: String @external }',
    "Order",
  ],
  [
    "FLOW_REQUIRES",
    "requires the total of an order",
    'type Order @key(fields: "id") { id: ID! total: Money @external score: Int @visible(class: "TRADE_AMOUNT") @requires(fields: "total { amount }") } type Money @shareable { amount: String! }',
    "Order.score",
  ],
  [
    "FLOW_REQUIRES",
    "requires a price further down",
    'type Order @key(fields: "id") { id: ID! lines: [Line!] @external score: Int @requires(fields: "lines { price { amount } }") } type Line { price: Money @external } type Money @shareable { amount: String! }',
    "Order.score",
  ],
  [
    "FLOW_CONTEXT",
    "takes the total from a context",
    'type Order @key(fields: "id") @context(name: "order") { id: ID! total: Money @external note: Note @visible(class: "TRADE_AMOUNT") } type Note @key(fields: "id") { id: ID! text(total: String @fromContext(field: "$order { total { amount } }")): String } type Money @shareable { amount: String! }',
    "Note.text(total:)",
  ],
  [
    "TAKEOVER",
    "defines the total of an order, too",
    'type Order @key(fields: "id") { id: ID! total: Money @shareable } type Money @shareable { amount: String! }',
    "Order.total",
  ],
  [
    "TAKEOVER",
    "overrides the total of an order",
    'type Order @key(fields: "id") { id: ID! total: Money @override(from: "orders") } type Money @shareable { amount: String! }',
    "Order.total",
  ],
  [
    "TAKEOVER",
    "defines who the seller of an order is",
    'type Order @key(fields: "id") { id: ID! seller: Organization } type Organization @key(fields: "id", resolvable: false) { id: ID! }',
    "Order.seller",
  ],
  [
    "TAKEOVER",
    "provides the total of an order",
    'type Order @key(fields: "id") { id: ID! total: Money @external } type Query { latest: Order @provides(fields: "total { amount }") } type Money @shareable { amount: String! }',
    "Query.latest",
  ],
  [
    "TAKEOVER",
    "declares another class for the total of an order",
    'type Order @key(fields: "id") { id: ID! total: Money @external @visible(class: "PUBLIC") } type Money @shareable { amount: String! }',
    "Order.total",
  ],
  [
    "TAKEOVER",
    "reaches the total of an order through an interface object",
    'type Traded @key(fields: "id") @interfaceObject { id: ID! total: Money } type Money @shareable { amount: String! }',
    "Traded.total",
  ],
  [
    "DERIVED",
    "computes a public field from the total",
    'type Order @key(fields: "id") { id: ID! rank: Int @visible(class: "PUBLIC") @reads(fields: ["Order.total"]) }',
    "Order.rank",
  ],
  [
    "DERIVED",
    "reads a field that does not exist",
    'type Order @key(fields: "id") { id: ID! rank: Int @visible(class: "PUBLIC") @reads(fields: ["Order.nothing"]) }',
    "Order.rank",
  ],
  [
    "UNCLASSIFIED",
    "adds a field without a class to an order",
    'type Order @key(fields: "id") { id: ID! note: String }',
    "Order.note",
  ],
  [
    "UNCLASSIFIED",
    "protects a field of an interface and not the one that implements it",
    'interface Priced { price: Int @visible(class: "PRICE_COST") } type Note implements Priced { price: Int }',
    "Note.price",
  ],
  [
    "UNKNOWN_CLASS",
    "invents a class",
    'type Order @key(fields: "id") @parties(owner: "id") { id: ID! note: String @visible(class: "SECRET") }',
    "Order.note",
  ],
  [
    "NULLABLE",
    "protects a field that is never null",
    'type Note @key(fields: "id") @parties(owner: "author") { id: ID! author: ID @visible(class: "PUBLIC") text: String! @visible(class: "TRADE_CORE") }',
    "Note.text",
  ],
  [
    "NULLABLE",
    "returns a protected object that is never null",
    "type Invoice { id: ID! } type Query { first: Invoice! }",
    "Query.first",
  ],
  [
    "PARTY_HOME",
    "protects a field without saying who the parties are",
    'type Order @key(fields: "id") { id: ID! note: String @visible(class: "TRADE_CORE") }',
    "Order",
  ],
  [
    "PARTY_HOME",
    "protects a field of a part without a key, without saying whose it is",
    'type Part { note: String @visible(class: "TRADE_CORE") } type Query { parts: [Part!] }',
    "Part",
  ],
  [
    "PARTY_HOME",
    "protects a part without a key as a whole, without saying whose it is",
    'type Part @visible(class: "TRADE_CORE") { note: String } type Query { parts: [Part!] }',
    "Part",
  ],
  [
    "PARTY_HOME",
    "names a party that another subgraph resolves",
    'type Order @key(fields: "id") @parties(owner: "seller") { id: ID! seller: Organization @external } type Organization @key(fields: "id", resolvable: false) { id: ID! }',
    "Order",
  ],
  [
    "PARTY_HOME",
    "names a field that does not exist",
    'type Note @key(fields: "id") @parties(owner: "author") { id: ID! }',
    "Note",
  ],
  ["PARTY_HOME", "names no owner", 'type Note @key(fields: "id") @parties(buyer: "id") { id: ID! }', "Note"],
  [
    "PARTY_HOME",
    "names a text for a flag",
    'type Note @key(fields: "id") @parties(owner: "id", published: "state") { id: ID! state: String @visible(class: "PUBLIC") }',
    "Note",
  ],
  [
    "FORGED_BY",
    "signs in the name of another subgraph",
    'type Note @key(fields: "id") @parties(owner: "id", by: "orders") { id: ID! }',
    "Note",
  ],
];

describe("the information-flow check", () => {
  it("lets an honest contract pass", () => {
    const honest =
      'type Review @key(fields: "id") @parties(owner: "reviewer") { id: ID! reviewer: ID @visible(class: "PUBLIC") text: String @visible(class: "TRADE_CORE") order: Order @visible(class: "PUBLIC") } type Order @key(fields: "id") { id: ID! reviews: [Review!] @visible(class: "PUBLIC") }';
    expect(found(honest)).toEqual([]);
  });

  it.each(hostile)("%s: refuses a contract that %s", (...[rule, , body, coordinate]) => {
    expect(summary(found(body))).toContain(`${rule} ${coordinate}`);
  });

  it("has a hostile contract for every rule", () => {
    const shown = new Set<string>([...hostile.map(([rule]) => rule), "RENAMED"]);
    expect(FLOW_RULES.filter((rule) => !shown.has(rule))).toEqual([]);
  });

  it.each<[what: string, change: (sdl: string) => string, coordinate: string]>([
    [
      "renames an import",
      (sdl) =>
        sdl
          .replace('"@reads"]', '{ name: "@visible", as: "@see" }]')
          .replace("directive @visible", "directive @see"),
      "schema",
    ],
    [
      "links under another name",
      (sdl) => sdl.replace('import: ["@parties", "@visible", "@reads"]', 'as: "sight"'),
      "schema",
    ],
    ["links to another version", (sdl) => sdl.replace("visibility/v1.0", "visibility/v2.0"), "schema"],
    ["does not link at all", (sdl) => sdl.replace(/@link\(url: "https:\/\/maillon[^)]*\)/, ""), "@visible"],
    [
      "does not compose the directive",
      (sdl) => sdl.replace('@composeDirective(name: "@visible")', ""),
      "@visible",
    ],
  ])("RENAMED: refuses a contract that %s", (_what, change, coordinate) => {
    const findings = lintContract({ ...orders, sdl: change(orders.sdl) });
    expect(summary(findings)).toContain(`RENAMED ${coordinate}`);
  });

  it("finds federation's directives under whatever name they are imported", () => {
    const body =
      'type Order @primary(fields: "id total { amount }") { id: ID! total: Money @external } type Money @shareable { amount: String! }';
    const renamed = partner(body).sdl.replace('"@key"', '{ name: "@key", as: "@primary" }');
    const findings = checkFlow({ contracts: [orders, { ...partner(""), sdl: renamed }] });
    expect(summary(findings)).toContain("FLOW_KEY Order");
  });

  const requires =
    'type Order @key(fields: "id") { id: ID! total: Money @external score: Int @visible(class: "PUBLIC") @requires(fields: "total { amount }") } type Money @shareable { amount: String! }';
  const flow = { kind: "FIELD_FLOW", coordinate: "Order.total", to: "rivalis", by: "integra" } as const;
  const declassified = {
    kind: "DECLASSIFIED",
    coordinate: "Order.total",
    to: "Order.score",
    by: "integra",
  } as const;
  it.each<[what: string, permits: FieldPermit[], expected: string[]]>([
    ["nothing was agreed", [], ["FLOW_REQUIRES Order.score", "DERIVED Order.score"]],
    ["the owner lets it flow", [flow], ["DERIVED Order.score"]],
    ["the owner lets it flow and declassifies the result", [flow, declassified], []],
    ["someone else lets it flow", [{ ...flow, by: "fabrica" }, declassified], ["FLOW_REQUIRES Order.score"]],
    ["it may flow to someone else", [{ ...flow, to: "vega" }, declassified], ["FLOW_REQUIRES Order.score"]],
  ])("follows the agreement when %s", (_what, permits, expected) => {
    expect(summary(found(requires, permits))).toEqual(expected);
  });

  it("leaves a field to who published it first, although a newcomer protects it, too", () => {
    const body =
      'type Order @key(fields: "id") @parties(owner: "id") { id: ID! total: Money @visible(class: "PUBLIC") } type Money @shareable { amount: String! }';
    const contracts = [orders, partner(body)];
    const findings = checkFlow({ contracts, owners: new Map([["Order.total", "orders"]]) });
    expect(findings.map(({ rule, subgraph }) => `${rule} ${subgraph}`)).toEqual([
      "PARTY_HOME partner",
      "TAKEOVER partner",
    ]);
  });

  it("explains a finding to the author, as text and as JSON", () => {
    const [finding] = found('type Order @key(fields: "number") { number: String @external }');
    expect(finding).toEqual(JSON.parse(JSON.stringify(finding)));
    expect(finding && describeFinding(finding)).toBe(
      [
        'FLOW_KEY Order (partner): @key(fields: "number") makes the gateway send Order.number of integra to rivalis. Ask for public fields only, or agree on it with integra.',
        "  path: Order -> number -> partner (rivalis)",
        "  classes: TRADE_CORE",
        "  receiver: rivalis",
        "  would be permitted by: a field flow of Order.number from integra to rivalis",
      ].join("\n"),
    );
  });
});

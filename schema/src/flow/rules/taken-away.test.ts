import { checkFlow } from "../check-flow.ts";
import { CONTRACT_HEAD } from "../testing/contract-head.ts";

const HEAD = CONTRACT_HEAD.replace('"@inaccessible"', '{ name: "@inaccessible", as: "@hidden" }');

const ORDERS = `
type Query { open(state: State): [Order!] }
type Mutation { place(order: OrderInput!): Order }
type Order @key(fields: "id") { id: ID! total: Money states: [State!] }
type Money @shareable { amount: String! }
input OrderInput { product: ID! note: String }
enum State { OPEN DONE }
type Note @key(fields: "id", resolvable: false) { id: ID! }`;

/** What is found in a partner's contract, beside those of the orders and of another subgraph of the same partner. */
function foundIn(body: string): string[] {
  const contract = (name: string, operator: string, sdl: string) => ({ name, operator, sdl: HEAD + sdl });
  const findings = checkFlow({
    contracts: [
      contract("orders", "integra", ORDERS),
      contract("before", "rivalis", "type Query { old: Int }"),
      contract("partner", "rivalis", body),
    ],
  });
  return findings.map(({ rule, subgraph, coordinate }) => `${rule} ${subgraph} ${coordinate}`);
}

test.each<[what: string, body: string, coordinate: string]>([
  [
    "overrides a public field",
    'type Order @key(fields: "id") { id: ID! total: Money @override(from: "orders") } type Money @shareable { amount: String! }',
    "Order.total",
  ],
  [
    "has the orders that another company takes sent to itself",
    'type Mutation { place(order: OrderInput!): Order @override(from: "orders") } input OrderInput { product: ID! note: String } type Order @key(fields: "id") { id: ID! }',
    "Mutation.place",
  ],
  ["hides an id", 'type Order @key(fields: "id") { id: ID! @hidden }', "Order.id"],
  [
    "hides part of a type that all share",
    "type Money @shareable { amount: String! @hidden }",
    "Money.amount",
  ],
  [
    "asks all clients for a scope that only its own have",
    'type Order @key(fields: "id") @requiresScopes(scopes: [["rivalis"]]) { id: ID! }',
    "Order",
  ],
  [
    "lets only some clients use a type that all share",
    "type Money @shareable { amount: String! @authenticated }",
    "Money.amount",
  ],
  [
    "hides an input field",
    "input OrderInput { product: ID! note: String @hidden } type Query { any(by: OrderInput): Int }",
    "OrderInput.note",
  ],
  [
    "leaves out an input field",
    "input OrderInput { product: ID! } type Query { any(by: OrderInput): Int }",
    "OrderInput",
  ],
  ["leaves out a value that clients send", "enum State { OPEN } type Query { any(by: State): Int }", "State"],
])("a contract is refused that %s", (_what, body, coordinate) => {
  expect(foundIn(body)).toEqual([`TAKEOVER partner ${coordinate}`]);
});

test.each<[what: string, body: string]>([
  ["moves a field between two subgraphs of its own", 'type Query { old: Int @override(from: "before") }'],
  ["hides what is its own", "type Query { any: Int @hidden }"],
  [
    "hides and restricts a type of its own that others refer to",
    'type Note @key(fields: "id") @parties(owner: "id") @authenticated { id: ID! @hidden }',
  ],
  [
    "shares an input as it is, in parts and in another order",
    "input OrderInput { note: String } extend input OrderInput { product: ID! } type Query { any(by: OrderInput): Int }",
  ],
  ["answers with some values of an enum", "enum State { OPEN } type Query { any: State }"],
])("a contract passes that %s", (_what, body) => {
  expect(foundIn(body)).toEqual([]);
});

import { checkFlow } from "../check-flow.ts";
import { CONTRACT_HEAD } from "../testing/contract-head.ts";

const ORDERS = `
type Query { open: [Order!] }
type Order @key(fields: "id") @parties(owner: "seller") {
  id: ID!
  seller: ID @visible(class: "PUBLIC")
  total: Int @visible(class: "TRADE_AMOUNT")
}`;

/** What is found in a partner's contract beside that of the orders. */
function foundIn(body: string, owners?: ReadonlyMap<string, string>): string[] {
  const contracts = [
    { name: "orders", operator: "integra", sdl: CONTRACT_HEAD + ORDERS },
    { name: "partner", operator: "rivalis", sdl: CONTRACT_HEAD + body },
  ];
  const findings = checkFlow({ contracts, ...(owners && { owners }) });
  return findings.map(({ rule, subgraph, coordinate }) => `${rule} ${subgraph} ${coordinate}`);
}

const MINE =
  'type Order @key(fields: "id") @parties(owner: "mine") { id: ID! mine: ID @visible(class: "PUBLIC") }';

test("the parties of a type are those of whom published it first", () => {
  const owners = new Map([["Order.total", "orders"]]);
  expect(foundIn(MINE, owners)).toEqual(["PARTY_HOME partner Order"]);
  expect(foundIn(MINE)).toEqual(["PARTY_HOME orders Order", "PARTY_HOME partner Order"]);
});

test.each([
  [
    "protects a field of another company's type",
    'type Order @key(fields: "id") { id: ID! mine: Int @visible(class: "KPI") }',
    "Order",
  ],
  [
    "closes another company's type as a whole",
    'type Order @key(fields: "id") @visible(class: "KPI") { id: ID! }',
    "Order",
  ],
  ["closes all companies' queries", 'type Query @visible(class: "KPI") { mine: Int }', "Query"],
])("a contract is refused that %s", (_what, body, coordinate) => {
  expect(foundIn(body)).toEqual([`PARTY_HOME partner ${coordinate}`]);
});

test("a contract passes that protects a type of its own and refers to it from another company's", () => {
  const body = `
    type Review @key(fields: "id") @parties(owner: "author") {
      id: ID! author: ID @visible(class: "PUBLIC") text: String @visible(class: "TRADE_CORE")
    }
    type Order @key(fields: "id") { id: ID! reviews: [Review!] @visible(class: "PUBLIC") }`;
  expect(foundIn(body)).toEqual([]);
});

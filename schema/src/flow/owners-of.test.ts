import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK } from "../visibility/specification.ts";
import { checkFlow } from "./check-flow.ts";
import { ownersOf } from "./owners-of.ts";
import type { OperatedContract } from "./read-contract.ts";

const contract = (name: string, operator: string, fields: string): OperatedContract => ({
  name,
  operator,
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
${VISIBILITY_LINK} ${VISIBILITY_DEFINITIONS}
type Company @key(fields: "id", resolvable: false) { id: ID! }
type Order @key(fields: "id") ${fields}`,
});

const orders = contract(
  "orders",
  "integra",
  `@parties(owner: "seller") {
    id: ID! seller: Company @visible(class: "PUBLIC")
    total: String @visible(class: "TRADE_AMOUNT") note: String @visible(class: "PUBLIC") }`,
);

describe("the owner of a field", () => {
  it("is who published it as protected or as the name of a party; ids and public fields are nobody's", () => {
    expect([...ownersOf([orders])]).toEqual([
      ["Order.seller", "orders"],
      ["Order.total", "orders"],
    ]);
  });

  it("stays the same when a newcomer protects the field as well", () => {
    const total = `@parties(owner: "seller") { id: ID! seller: Company @visible(class: "PUBLIC")
      total: String @visible(class: "TRADE_AMOUNT") }`;
    const newcomer = contract("newcomer", "rivalis", total);
    const contracts = [orders, newcomer];
    const accused = (owners: ReadonlyMap<string, string>) =>
      checkFlow({ contracts, owners })
        .filter(({ rule }) => rule === "TAKEOVER")
        .map(({ subgraph, coordinate }) => `${subgraph} ${coordinate}`);
    expect(accused(ownersOf([orders]))).toEqual(["newcomer Order.seller", "newcomer Order.total"]);
    expect(accused(new Map())).toEqual([
      "orders Order.seller",
      "orders Order.total",
      "newcomer Order.seller",
      "newcomer Order.total",
    ]);
  });

  it("is nobody when the published contracts do not agree", () => {
    expect([...ownersOf([orders, { ...orders, name: "copy" }])]).toEqual([]);
  });
});

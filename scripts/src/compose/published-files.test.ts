import type { Contract } from "@maillon/schema/compose";
import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK } from "@maillon/schema/visibility";
import { describeRefusal } from "./describe-refusal.ts";
import { publishedFiles } from "./published-files.ts";

const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
${VISIBILITY_LINK} ${VISIBILITY_DEFINITIONS}`;

const orders = (total: string): Contract => ({
  name: "orders",
  url: "http://127.0.0.1:4102/graphql",
  sdl: `${head}
type Query { order(id: ID!): Order }
type Order @key(fields: "id") @parties(owner: "seller") {
  id: ID!
  seller: Company @visible(class: "TRADE_CORE")
  ${total}
}
type Company @key(fields: "id", resolvable: false) { id: ID! }`,
});

describe("what the companies publish", () => {
  it("is the supergraph, in which each declaration says whose it is", () => {
    const result = publishedFiles([orders('total: String @visible(class: "TRADE_AMOUNT")')]);
    const supergraph = result.ok ? result.files.get("schema/supergraph.graphql") : undefined;
    expect(supergraph).toContain('@parties(owner: "seller", by: "orders")');
    expect(supergraph).toContain('@visible(class: "TRADE_AMOUNT", by: "orders")');
  });

  it.each([
    ["forgets the class of a field", "total: String", "UNCLASSIFIED Order.total (orders): "],
    [
      "protects a field that cannot be null",
      'total: String! @visible(class: "TRADE_AMOUNT")',
      "NULLABLE Order.total (orders): ",
    ],
    [
      "names a class that is none",
      'total: String @visible(class: "PRICE")',
      "UNKNOWN_CLASS Order.total (orders): ",
    ],
    [
      "speaks in the name of another one",
      'total: String @visible(class: "TRADE_AMOUNT", by: "catalogue")',
      "FORGED_BY Order.total (orders): ",
    ],
    ["cannot be composed", "total: Nothing", "INVALID_GRAPHQL: "],
  ])("is nothing when a contract %s, and the author reads why", (_, total, reason) => {
    const result = publishedFiles([orders(total)]);
    expect(result.ok ? "published" : describeRefusal(result)).toContain(`\n  ${reason}`);
  });
});

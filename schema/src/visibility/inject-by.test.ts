import { parse, print } from "graphql";
import { composeSupergraph } from "../compose/compose-supergraph.ts";
import { injectBy } from "./inject-by.ts";
import { readDeclarations } from "./read-declarations.ts";
import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK } from "./specification.ts";
import { localNamesOf } from "./specification-links.ts";

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective"])`;
// As contracts had them before the specification knew more facts.
const EARLIER = `
directive @parties(owner: String, seller: String, by: String) repeatable on OBJECT
directive @visible(class: [String!]!, by: String) repeatable on FIELD_DEFINITION | OBJECT
directive @reads(fields: [String!]!, by: String) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE | FIELD_DEFINITION
`;

const orders = {
  name: "orders",
  url: "http://127.0.0.1:4102/graphql",
  sdl: `${FEDERATION}${VISIBILITY_LINK}${VISIBILITY_DEFINITIONS}
    type Query { order(id: ID!): Order }
    type Order @key(fields: "id") @parties(owner: "seller.id", payer: "payer", group: "size") {
      id: ID! seller: Company @visible(class: "TRADE_CORE") payer: ID @visible(class: ["TRADE_CORE", "LOGISTICS"]) size: Int @visible(class: "PUBLIC")
    }
    type Company { id: ID! }`,
};
const reviews = {
  name: "reviews",
  url: "http://127.0.0.1:4999/graphql",
  sdl: `${FEDERATION}${VISIBILITY_LINK}${EARLIER}
    type Order @key(fields: "id") @parties(owner: "author", by: "orders") { id: ID! author: ID @visible(class: "PUBLIC", by: "orders") text: String @visible(class: "TRADE_CORE") }`,
};

describe("composing contracts that declare who sees what", () => {
  it("carries every declaration into the supergraph, signed by the subgraph that made it", () => {
    const composed = composeSupergraph([orders, reviews]);
    const { parties, classes } = readDeclarations(parse(composed.ok ? composed.supergraph : ""));
    expect(parties.get("Order")).toEqual([
      {
        by: "orders",
        facts: new Map([
          ["owner", ["seller", "id"]],
          ["payer", ["payer"]],
          ["group", ["size"]],
        ]),
      },
      { by: "reviews", facts: new Map([["owner", ["author"]]]) },
    ]);
    expect(classes.get("Order.author")).toEqual([{ by: "reviews", classes: ["PUBLIC"] }]);
    expect(classes.get("Order.payer")).toEqual([{ by: "orders", classes: ["TRADE_CORE", "LOGISTICS"] }]);
  });

  it("defines the directives as the specification does, whatever a contract defined", () => {
    const signed = print(injectBy(parse(reviews.sdl), "reviews"));
    expect(signed.match(/directive @parties/g)).toHaveLength(1);
    expect(signed).toContain("payer: String");
  });

  it("leaves a contract alone that declares nothing", () => {
    const plain = parse(`${FEDERATION} type Query { a: Int }`);
    expect(injectBy(plain, "plain")).toBe(plain);
  });
});

describe("a directive's name in a schema", () => {
  it.each<[what: string, link: string, names: string[]]>([
    [
      "imported",
      '@link(url: "https://specs.apollo.dev/authenticated/v0.1", import: ["@authenticated"])',
      ["authenticated"],
    ],
    [
      "imported under another name",
      '@link(url: "https://specs.apollo.dev/authenticated/v0.1", import: [{ name: "@authenticated", as: "@member" }])',
      ["member"],
    ],
    [
      "the specification's own",
      '@link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)',
      ["authenticated"],
    ],
    [
      "under another namespace",
      '@link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "auth")',
      ["auth"],
    ],
    [
      "linked by a renamed @link",
      '@core__link(url: "https://specs.apollo.dev/authenticated/v0.1", import: ["@authenticated"])',
      ["authenticated"],
    ],
    [
      "another specification's",
      '@link(url: "https://example.org/authenticated/v0.1", import: ["@authenticated"])',
      [],
    ],
  ])("is found when it is %s", (_what, link, names) => {
    const document = parse(`schema ${link} { query: Query } type Query { a: Int }`);
    expect([...localNamesOf(document, "https://specs.apollo.dev/authenticated", "authenticated")]).toEqual(
      names,
    );
  });
});

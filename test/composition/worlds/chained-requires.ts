import type { Thing, World } from "../world.ts";

const told: Thing[] = [{ __typename: "Part", id: "x", code: "c", grams: 7 }];

/** A chain of requirements that leads back to the company where it began, entered by a third one. */
export const chainedRequires: World = {
  subgraphs: {
    weighing: `
      type Part @key(fields: "id") @key(fields: "code") {
        id: ID! @shareable code: ID! @shareable
        grams: Int @external
        weight: String @requires(fields: "grams")
      }`,
    listing: `type Part @key(fields: "id") { id: ID! @shareable } type Query { parts: [Part!]! }`,
    measuring: `
      type Part @key(fields: "code") {
        code: ID! @shareable grams: Int weight: String @external label: String @requires(fields: "weight")
      }`,
  },
  things: told,
  rules: {
    "Query.parts": () => told,
    "Part.weight": ({ grams }) => `${String(grams)} g`,
    "Part.label": ({ weight, grams }) => `[${String(weight ?? `${String(grams)} g`)}]`,
  },
  operations: [
    "{ parts { weight } }",
    "{ parts { grams id weight } }",
    "{ parts { label } }",
    "{ parts { label id weight code grams } }",
  ],
};

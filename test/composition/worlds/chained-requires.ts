import type { Thing, World } from "../world.ts";

const told: Thing[] = [{ __typename: "Part", id: "x", code: "c", grams: 7 }];
const load: Thing = { __typename: "Load", id: "o", grams: 9 };

/**
 * A chain of requirements that leads back to the company where it began, entered by a third one, which knows of another
 * type what is required there, too.
 */
export const chainedRequires: World = {
  subgraphs: {
    weighing: `
      type Part @key(fields: "id") @key(fields: "code") {
        id: ID! @shareable code: ID! @shareable
        grams: Int @external
        weight: String @requires(fields: "grams")
      }
      type Load @key(fields: "id") { id: ID! grams: Int @external weight: String @requires(fields: "grams") }`,
    listing: `
      union Any = Part | Load
      type Part @key(fields: "id") { id: ID! @shareable }
      type Load @key(fields: "id") { id: ID! grams: Int }
      type Query { parts: [Part!]! all: [Any!]! }`,
    measuring: `
      type Part @key(fields: "code") {
        code: ID! @shareable grams: Int weight: String @external label: String @requires(fields: "weight")
      }`,
  },
  things: [...told, load],
  rules: {
    "Query.parts": () => told,
    "Query.all": () => [...told, load],
    "Load.weight": ({ grams }) => `${String(grams)} g`,
    "Part.weight": ({ grams }) => `${String(grams)} g`,
    "Part.label": ({ weight, grams }) => `[${String(weight ?? `${String(grams)} g`)}]`,
  },
  operations: [
    "{ parts { weight } }",
    "{ parts { grams id weight } }",
    "{ parts { label } }",
    "{ parts { label id weight code grams } }",
    "{ all { ... on Part { label } ... on Load { weight } } }",
  ],
};

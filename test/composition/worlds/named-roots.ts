import type { FieldRule, Thing, World } from "../world.ts";

const tools: readonly Thing[] = [
  { __typename: "Tool", id: "a", name: "Saw", weight: 3 },
  { __typename: "Tool", id: "b", name: "Axe", weight: 5 },
];
const root: Thing = { __typename: "Query" };
const rules: Readonly<Record<string, FieldRule>> = { tools: () => tools, self: () => root };
const rulesOf = (type: string) =>
  Object.fromEntries(Object.entries(rules).map(([field, rule]) => [`${type}.${field}`, rule]));

/** A company that calls the root type by a name of its own, and others that lead to it. */
export const namedRoots: World = {
  subgraphs: {
    tools: `
      schema { query: Start }
      type Start { self: Start! tools: [Tool!]! }
      type Tool @key(fields: "id") { id: ID! name: String }`,
    weights: `
      type Query { heaviest: Int back: Query }
      type Tool @key(fields: "id") { id: ID! weight: Int }`,
  },
  things: tools,
  rules: { ...rulesOf("Query"), ...rulesOf("Start"), "Query.heaviest": () => 5, "Query.back": () => root },
  operations: [
    "{ __typename self { __typename tools { name weight } } }",
    "{ self { heaviest back { self { __typename tools { id weight } } } } }",
    "{ back { ... on Query { self { ... on Query { tools { name } heaviest } } } } }",
  ],
};

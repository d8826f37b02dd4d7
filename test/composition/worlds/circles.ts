import type { Thing, World } from "../world.ts";

interface Node extends Thing {
  readonly id: string;
  next: Node | undefined;
}
const node = (id: string): Node => ({
  __typename: "Node",
  id,
  next: undefined,
  weight: id.length * 3,
  color: `c${id}`,
  matrix: [[1, 2], [], [id.length]],
  grid: [[{ __typename: "Cell", value: id }], []],
});
const [a, b, c] = [node("x"), node("yy"), node("zzz")];
a.next = b;
b.next = c;
c.next = a;
const nodes = [a, b, c];

/**
 * Entities that lead back to themselves through other companies, lists of lists, and the root type inside an
 * answer.
 */
export const circles: World = {
  subgraphs: {
    graph: `
      type Query { nodes: [Node] start: Node! self: Query! }
      type Node @key(fields: "id") { id: ID! next: Node matrix: [[Int!]!]! grid: [[Cell]] }
      type Cell @shareable { value: String }`,
    weights: `
      type Query { heaviest: Node }
      type Node @key(fields: "id") { id: ID! weight: Int! nearest(steps: Int = 1): [Node!]! }`,
    colors: `type Node @key(fields: "id") { id: ID! color: String! same: Node! }`,
  },
  things: nodes,
  rules: {
    "Query.nodes": () => [a, null, b, c],
    "Query.start": () => a,
    "Query.self": () => ({ __typename: "Query" }),
    "Query.heaviest": () => c,
    "Node.nearest": ({ id }, { steps }) => nodes.filter((each) => each.id !== id).slice(0, Number(steps)),
    "Node.same": ({ id }) => nodes.find((each) => each.id === id),
    "Node.next": ({ id }) => nodes.find((each) => each.id === id)?.next,
  },
  operations: [
    "{ nodes { next { next { next { weight color } } } } }",
    "{ start { color same { weight same { next { color } } } } heaviest { nearest(steps: 2) { color next { weight } } } }",
    "{ start { matrix grid { value } weight } self { start { weight } self { heaviest { color } } } }",
    "query Named($steps: Int = 2, $yes: Boolean!) { start { ...near @include(if: $yes) } }" +
      " fragment near on Node { nearest(steps: $steps) { ... @skip(if: $yes) { id } color } }",
    "{ __typename start { __typename } self { __typename } }",
    '{ self { __type(name: "Cell") { fields { name } } self { __schema { queryType { name } } } } }',
    "{ first: start { id color } second: start { weight } start { id } }",
  ],
  literals: { steps: ["0", "1", "2"] },
};

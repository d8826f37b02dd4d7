import { PROOF } from "@maillon/schema/testing";
import { assert, nat, property, tuple } from "fast-check";
import { buildSchema, getIntrospectionQuery } from "graphql";
import { createCheckOperation } from "./check-operation.ts";
import { OPERATION_LIMITS } from "./operation-limits.ts";

const schema = buildSchema(`
  type Query { me: User users(first: Int): Users all: [User!]! whoCanSee(id: ID!): [User!] }
  type Mutation { touch: User }
  type Users { nodes: [User!]! }
  type User { id: ID name: String friends(first: Int): Users boss: User team: [User] whoCanSee: User }`);
const judge = createCheckOperation(OPERATION_LIMITS, () => schema);
const check = (text: string, variables?: unknown): string | undefined => {
  const checked = judge(text, variables);
  return "fault" in checked ? checked.fault : undefined;
};

const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");
const nested = (depth: number): string => `{ me ${"{ boss ".repeat(depth)}{ id } ${"}".repeat(depth)} }`;
/** Each fragment spreads the next one twice: 2^count selections in a few hundred bytes. */
const doubled = (count: number): string =>
  `{ me { ...F0 } } ${repeat(count, (index) => `fragment F${index} on User { ...F${index + 1} ...F${index + 1} }`)}
   fragment F${count} on User { id }`;

describe("an operation is refused when it", () => {
  test.each([
    ["has too many tokens", `{ me { ${"id ".repeat(3_000)} } }`, "The document has more than 2000 tokens"],
    [
      "stands beside too many others",
      repeat(21, (index) => `query Q${index} { me { id } }`),
      "The document has more than 20 operations",
    ],
    ["is too deep", nested(15), "The operation has more than 15 levels of fields"],
    ["expands to too many selections", doubled(40), "The operation has more than 2000 selections"],
    [
      "has too many aliases",
      `{ me { ${repeat(51, (index) => `a${index}: id`)} } }`,
      "The operation has more than 50 aliases",
    ],
    [
      "has too many root fields",
      `{ ${repeat(21, () => "me { id }")} }`,
      "The operation has more than 20 root fields",
    ],
    [
      "has too many root fields in fragments",
      `{ ${repeat(7, () => "...R")} } fragment R on Query { me { id } all { id } me { id } }`,
      "The operation has more than 20 root fields",
    ],
    [
      "has too many mutations",
      `mutation { ${repeat(11, () => "touch { id }")} }`,
      "The operation has more than 10 root fields",
    ],
    [
      "has too many directives",
      `{ me { id ${"@skip(if: false) ".repeat(51)} } }`,
      "The operation has more than 50 directives",
    ],
    [
      "has a fragment inside itself",
      "{ me { ...A } } fragment A on User { boss { ...B } } fragment B on User { ...A }",
      'The fragment "A" contains itself',
    ],
    ["uses a name that is ours", "{ me { _mx1_name: id } }", 'The name "_mx1_name" is reserved'],
    [
      "asks for huge pages",
      "{ users(first: 1000000) { nodes { id name } } }",
      "The operation may answer more than 1000000 fields; ask for smaller pages",
    ],
    [
      "asks for the schema again and again",
      `{ ${repeat(2, (index) => `a${index}: __schema { types { name } }`)} }`,
      "The operation has more than 1 requests for the schema",
    ],
    [
      "asks for the schema again in a fragment",
      "{ __schema { types { name } } ...S } fragment S on Query { again: __schema { types { name } } }",
      "The operation has more than 1 requests for the schema",
    ],
    [
      "asks for parts of the schema under many names",
      `{ __schema { types { ${repeat(9, (index) => `a${index}: fields { type { fields { name } } }`)} } } }`,
      "The schema is asked for with aliases",
    ],
    [
      "asks for parts of a type under many names in a fragment",
      '{ __type(name: "User") { ...T } } fragment T on __Type { a: fields { name } b: fields { name } }',
      "The schema is asked for with aliases",
    ],
    [
      "repeats a field",
      `{ me { ${repeat(201, () => "boss { id }")} } }`,
      "The operation has more than 20000 pairs of equal fields",
    ],
    [
      "repeats a field in fields and fragments that are repeated",
      `{ me { ${repeat(20, () => `boss { ...A ...B ${repeat(9, () => "team { id }")} }`)} } }
       fragment A on User { team { id } } fragment B on User { ... on User { ...A team { id } } }`,
      "The operation has more than 20000 pairs of equal fields",
    ],
    [
      "multiplies lists",
      "{ all { team { team { team { team { team { id } } } } } } }",
      "The operation may answer more than 1000000 fields; ask for smaller pages",
    ],
  ])("%s", (_title, text, fault) => {
    expect(check(text)).toBe(fault);
  });

  test("asks for huge pages by a variable", () => {
    const text = "query ($n: Int) { users(first: $n) { nodes { friends(first: $n) { nodes { id } } } } }";
    expect(check(text, { n: 10 })).toBeUndefined();
    expect(check(text, { n: 2_000 })).toMatch("smaller pages");
  });
});

test.each([
  ["{ me { id } }", {}, 2],
  ["{ all { id name } }", {}, 21],
  ["{ users(first: 100) { nodes { id } } }", {}, 201],
  ["query ($n: Int) { users(first: $n) { nodes { id } } }", { n: 5 }, 11],
  ["query ($n: Int) { users(first: $n) { nodes { id } } }", { n: 50 }, 101],
  ["query ($n: Int = 50) { users(first: $n) { nodes { id } } }", {}, 101],
  ["query ($n: Int = 50) { users(first: $n) { nodes { id } } }", { n: 5 }, 11],
  ["query A($n: Int = 5) { me { id } } query B($n: Int = 50) { users(first: $n) { nodes { id } } }", {}, 101],
  ["query ($constructor: Int = 50) { users(first: $constructor) { nodes { id } } }", {}, 101],
  ["query ($n: Int = 50) { ...P } fragment P on Query { users(first: $n) { nodes { id } } }", {}, 101],
  ["{ __schema { types { name } } }", {}, 100_000],
  ['{ me { id } __type(name: "User") { name } }', {}, 10_002],
  ['{ whoCanSee(id: "1") { id } }', {}, 100_000],
  ["{ me { whoCanSee { id } } }", {}, 3],
  ["this is not GraphQL", {}, 1],
])("%s with %j costs as many fields as its answer may hold", (text, variables, cost) => {
  expect(judge(text, variables)).toEqual({ cost });
});

test.each([
  "{ me { id name boss { name } } }",
  nested(13),
  "{ users(first: 100) { nodes { id friends(first: 50) { nodes { name boss { id } } } } } }",
  "mutation { touch { id } }",
  "this is not GraphQL",
  "{ me { ...Missing } }",
  `{ me { ${repeat(100, () => "boss { id }")} team { ${repeat(100, () => "... on User { id name }")} } } }`,
  '{ a: __type(name: "User") { name } b: __type(name: "Users") { name fields { name } } }',
  getIntrospectionQuery(),
])("%s passes", (text) => {
  expect(check(text)).toBeUndefined();
});

test("ten thousand generated documents are each judged without expanding them", () => {
  let judged = 0;
  assert(
    property(tuple(nat(30), nat(25), nat(80)), ([fragments, depth, aliases]) => {
      const text = `${doubled(fragments)} query Q { me { ${"boss { ".repeat(depth)} ${repeat(aliases, (n) => `a${n}: id`)} id ${"} ".repeat(depth)} } }`;
      const large = fragments > 9 || depth > 13 || aliases > 50;
      expect(check(text) !== undefined).toBe(large);
      judged += 1;
    }),
    { numRuns: 10_000, seed: PROOF.seed },
  );
  expect(judged).toBe(10_000);
});

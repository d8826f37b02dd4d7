import type { FieldRule, Thing, World } from "../world.ts";

type Known = Readonly<Record<string, unknown>>;

/** What a company is not told shows in what it computes. */
const told = (value: unknown) => (value === undefined ? "nothing" : `(${String(value)})`);
const sides = (box: unknown, names: readonly string[]) =>
  names.map((name) => told((box as Known | undefined)?.[name])).join(" by ");

const rules: Readonly<Record<string, (part: Known) => unknown>> = {
  fourth: ({ size }) => `4 ${told(size)}`,
  third: ({ fourth }) => `3 ${told(fourth)}`,
  second: ({ third }) => `2 ${told(third)}`,
  first: ({ second }) => `1 ${told(second)}`,
  packed: ({ box, first }) => `packed ${sides(box, ["width", "height"])} ${told(first)}`,
  crate: ({ box, third }) => ({ contents: `${sides(box, ["width"])} ${told(third)}` }),
  shipped: ({ packed }) => `shipped ${told(packed)}`,
  weighed: ({ crate }) => `weighed ${sides(crate, ["contents"])}`,
  peered: ({ peer }) => `peered ${sides(peer, ["code"])}`,
  kin: ({ fourth, id }) => (fourth === undefined ? [] : parts.filter((each) => each["id"] !== id)),
  label: ({ shipped, second }) => `label ${told(shipped)} ${told(second)}`,
};

/** What is computed from other parts, which are not there yet while one is made. */
const OF_OTHERS: ReadonlySet<string> = new Set(["kin", "peered"]);

/** Knows all of its fields, computed in an order in which each comes after what it needs. */
const part = (id: string, size: number): Thing => {
  const known: Thing & Record<string, unknown> = {
    __typename: "Part",
    id,
    size,
    code: `code of ${id}`,
    box: { width: size, height: size + 1 },
    get peer() {
      return parts.find((each) => each["id"] !== id);
    },
  };
  for (const [field, rule] of Object.entries(rules)) if (!OF_OTHERS.has(field)) known[field] = rule(known);
  return known;
};
const parts: readonly Thing[] = [part("x", 3), part("y", 50)];

/**
 * Two companies each of which computes fields from what the other one has computed: `first` of a needs
 * `second` of b, which needs `third` of a, which needs `fourth` of b, which needs `size` of a. Each step is a
 * fetch of its own, however often it is the same company's turn.
 */
export const circularRequires: World = {
  subgraphs: {
    a: `
      type Query { parts: [Part!]! part: Part anything: [Thing] }
      interface Thing { id: ID! }
      type Part implements Thing @key(fields: "id") {
        id: ID! size: Int! box: Box
        second: String @external fourth: String @external packed: String @external crate: Crate @external
        first: String @requires(fields: "second")
        third: String @requires(fields: "fourth")
        shipped: String @requires(fields: "packed")
        weighed: String @requires(fields: "crate { contents }")
        kin: [Part!]! @requires(fields: "fourth")
        code: String @shareable peer: Part @external
        peered: String @requires(fields: "peer { code }")
      }
      type Box { width: Int! height: Int! }
      type Crate { contents: String @external }`,
    b: `
      type Part @key(fields: "id") {
        id: ID! size: Int! @external third: String @external first: String @external box: Box @external
        fourth: String @requires(fields: "size")
        second: String @requires(fields: "third")
        packed: String @requires(fields: "box { width height } first")
        crate: Crate @requires(fields: "box { width } third")
        code: String @shareable peer: Part
      }
      type Box { width: Int! @external height: Int! @external }
      type Crate { contents: String }`,
    c: `
      type Query { listed: [Part] }
      type Part @key(fields: "id") {
        id: ID! shipped: String @external second: String @external
        label(loud: Boolean = false): String @requires(fields: "shipped second")
      }`,
  },
  things: parts,
  rules: {
    ...Object.fromEntries(
      Object.entries(rules).map(([field, rule]): [string, FieldRule] => [`Part.${field}`, (of) => rule(of)]),
    ),
    "Query.parts": () => parts,
    "Query.part": () => parts[1],
    "Query.anything": () => parts,
    "Query.listed": () => [parts[1], null, parts[0]],
  },
  operations: [
    "{ part { second } }",
    "{ parts { first } }",
    "{ parts { id first second third fourth size } }",
    "{ listed { first second } }",
    "{ listed { label } }",
    "{ parts { shipped weighed crate { contents } } listed { packed weighed } }",
    "{ part { kin { first kin { label id } } second } }",
    "{ listed { kin { second weighed } third } }",
    "{ listed { peered first } }",
    "{ anything { ... on Part { second third } } parts { third } }",
  ],
};

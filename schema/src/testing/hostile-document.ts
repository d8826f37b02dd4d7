/** Draws a whole number from 0 to below a bound. */
export type DrawNumber = (bound: number) => number;

/** Draws numbers that look random and are the same for the same seed (a linear congruential generator). */
export function drawFrom(seed: number): DrawNumber {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const NAMES = [
  "id",
  "name",
  "users",
  "__typename",
  "__proto__",
  "constructor",
  "nobody",
  "__schema",
  "_entities",
];
const SIGNS = [
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  ":",
  "!",
  "$",
  "@",
  "...",
  "|",
  "&",
  '"',
  '"""',
  "#",
  "\\",
  "\u{feff}",
];

const shapes: readonly ((draw: DrawNumber) => string)[] = [
  (draw) => nested(draw, 1 + draw(3_000)),
  (draw) => doubledFragments(1 + draw(60)),
  (draw) =>
    `{ ...F0 } ${times(1 + draw(30), (n, count) => `fragment F${n} on Query { ...F${(n + 1) % count} }`)}`,
  (draw) => `{ ${times(draw(1_500), (n) => `a${n}: ${pick(draw, NAMES)}`)} id }`,
  (draw) => `{ ${times(1 + draw(300), () => `${pick(draw, NAMES)} { ${pick(draw, NAMES)} }`)} }`,
  (draw) =>
    `{ id ${times(draw(400), () => `@${pick(draw, ["skip(if: true)", "include(if: $no)", "nobody"])}`)} }`,
  (draw) =>
    `{ users(first: ${"9".repeat(1 + draw(400))}, ids: ${"[".repeat(draw(1_000))}${"]".repeat(draw(1_000))}) { id } }`,
  (draw) => `query(${times(1 + draw(300), (n) => `$v${n}: [Int!]! = ${"[".repeat(draw(40))}1`)}) { id }`,
  (draw) => times(1 + draw(300), (n) => `${pick(draw, ["query", "mutation", "subscription"])} Q${n} { id }`),
  (draw) =>
    `{ __schema { types { ${"fields { type { ".repeat(draw(60))} name ${"} } ".repeat(draw(60))} } } }`,
  (draw) => `{ a(text: ${pick(draw, ['"', '"""', '"\\u', '"\\'])}${"x".repeat(draw(5_000))}`,
  (draw) => times(1 + draw(600), () => pick(draw, [...SIGNS, ...NAMES])),
  (draw) => times(1 + draw(500), () => String.fromCodePoint(1 + draw(0xd7_ff))),
  (draw) => `{ ${overlapping(draw, 1 + draw(6))} }`,
];

/** A document that is meant to do harm: too deep, too wide, endless, ambiguous, broken, or not GraphQL at all. */
export function hostileDocument(draw: DrawNumber): string {
  return pick(draw, shapes)(draw);
}

function nested(draw: DrawNumber, depth: number): string {
  return `${"{ users ".repeat(depth)}{ id }${" }".repeat(Math.max(0, depth - draw(2)))}`;
}

/** Each fragment spreads the next one twice: 2^count selections in a few hundred bytes. */
function doubledFragments(count: number): string {
  const chain = times(count, (n) => `fragment F${n} on Query { ...F${n + 1} x: users { ...F${n + 1} } }`);
  return `{ ...F0 } ${chain} fragment F${count} on Query { id }`;
}

/** The same response keys again and again, which validation must compare with each other. */
function overlapping(draw: DrawNumber, depth: number): string {
  const inner = depth > 0 ? `{ ${overlapping(draw, depth - 1)} }` : "";
  return times(1 + draw(4), () => `x: ${pick(draw, ["users", "name", "users(first: 1)"])} ${inner}`);
}

function times(count: number, text: (index: number, count: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index, count)).join(" ");
}

function pick<Value>(draw: DrawNumber, values: readonly Value[]): Value {
  const value = values[draw(values.length)];
  if (value === undefined) throw new Error("There is nothing to pick from");
  return value;
}

import { FACT_NAMES, FACTS, type FactName, type Facts } from "./fact.ts";

/** Facts as they come from a row or a subgraph's answer: untyped, perhaps missing, perhaps forged. */
export type RawFacts = { readonly [Name in FactName]?: unknown };

/**
 * Reads facts: an id or a list of ids, an object or a list of objects with an `id`, a word or a list of words, a flag,
 * a count. Whatever has another type counts as missing, and a missing fact never allows anything.
 */
export function readFacts(raw: RawFacts): Facts {
  const entries = FACT_NAMES.map((name) => [name, readFact(name, raw[name])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** A text that is equal for equal facts, whatever order their lists came in; part of memo keys. */
export function factsKey(facts: Facts): string {
  let key = "";
  for (const name of FACT_NAMES) {
    const value = facts[name];
    if (value !== undefined) key += `${name}=${typeof value === "object" ? listKey(value) : String(value)};`;
  }
  return key;
}

// JSON keeps an id that holds a comma or a semicolon from looking like two.
function listKey(values: readonly string[]): string {
  return values.length === 1 ? JSON.stringify(values[0]) : JSON.stringify(values.toSorted());
}

function readFact(name: FactName, value: unknown): Facts[FactName] {
  switch (FACTS[name].kind) {
    case "parties":
    case "words":
      return readWords(value);
    case "flag":
      return typeof value === "boolean" ? value : undefined;
    case "count":
      return Number.isSafeInteger(value) && typeof value === "number" && value >= 0 ? value : undefined;
  }
}

function readWords(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const words = list.map(wordOf);
  // One wrong element spoils the list: a list that lost an element could pass for a smaller scope.
  return words.every((word) => word !== undefined) ? words : undefined;
}

function wordOf(value: unknown): string | undefined {
  const word = typeof value === "object" && value !== null && "id" in value ? value.id : value;
  return typeof word === "string" && word !== "" ? word : undefined;
}

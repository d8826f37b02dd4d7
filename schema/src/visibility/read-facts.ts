import { FACT_NAMES, type FactName, type Facts } from "./fact.ts";

/** Facts as they come from a row or a subgraph's answer: untyped, perhaps missing, perhaps forged. */
export type RawFacts = { readonly [Name in FactName]?: unknown };

/**
 * Reads facts: an id or a list of ids, an object or a list of objects with an `id`, a word or a list of words, a flag,
 * a count. Whatever has another type counts as missing, and a missing fact never allows anything.
 */
export function readFacts(raw: RawFacts): Facts {
  // Written out, so that all facts have one shape: this runs for every object of every answer.
  return {
    owner: readWords(raw.owner),
    seller: readWords(raw.seller),
    buyer: readWords(raw.buyer),
    carrier: readWords(raw.carrier),
    via: readWords(raw.via),
    brand: readWords(raw.brand),
    payer: readWords(raw.payer),
    subject: readWords(raw.subject),
    published: typeof raw.published === "boolean" ? raw.published : undefined,
    category: readWords(raw.category),
    basis: readWords(raw.basis),
    group: readCount(raw.group),
    agreement: readAgreements(raw),
    product: readWords(raw.product),
    territory: readWords(raw.territory),
    age: readCount(raw.age),
  };
}

/** A text that differs for different facts; equal facts give the same one, whatever order their lists came in. */
export function factsKey(facts: Facts): string {
  let key = "";
  for (const name of FACT_NAMES) {
    const value = facts[name];
    if (value !== undefined) key += `${name}=${typeof value === "object" ? listKey(value) : String(value)};`;
  }
  return key;
}

/**
 * The same for facts that were not read yet, of which an object has these names. Single ids and words, the common case,
 * cost one look each; different texts may stand for equal facts, never the reverse.
 */
export function rawFactsKey(raw: RawFacts, names: readonly FactName[]): string {
  let key = "";
  for (const name of names) {
    const value = raw[name];
    const word = typeof value === "string" ? value : wordOf(value);
    if (word !== undefined && word !== "") key += `${name}=${word.length}:${word};`;
    else if (value !== undefined && value !== null) return factsKey(readFacts(raw));
  }
  return key;
}

function listKey(values: readonly string[]): string {
  const [only] = values;
  // The length keeps an id that holds a comma, a semicolon or an equals sign from looking like something else.
  if (values.length === 1 && only !== undefined) return `${only.length}:${only}`;
  return values
    .toSorted()
    .map((each) => `${each.length}:${each}`)
    .join(",");
}

function readCount(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/**
 * Of the parts of an object some may stand under an agreement and others under none: naming fewer opens less. An object
 * whose scope cannot be read names none at all, as one that says nothing of its scope is within that of its agreement.
 */
function readAgreements({ agreement, product, territory }: RawFacts): readonly string[] | undefined {
  if ([product, territory].some((each) => each !== undefined && each !== null && !readWords(each)))
    return undefined;
  return readWords(Array.isArray(agreement) ? agreement.filter((each) => each !== null) : agreement);
}

function readWords(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) {
    const word = wordOf(value);
    return word === undefined ? undefined : [word];
  }
  const words = value.map(wordOf);
  // One wrong element spoils the list: a list that lost an element could pass for a smaller scope.
  return words.every((word) => word !== undefined) ? words : undefined;
}

function wordOf(value: unknown): string | undefined {
  const word = typeof value === "object" && value !== null && "id" in value ? value.id : value;
  return typeof word === "string" && word !== "" ? word : undefined;
}

import type { Failures } from "./failures.ts";
import { type GatheredObject, objectsAt } from "./gathered.ts";

/**
 * The facts of an object that others below it are decided by, too: they name it by its key, and what it says
 * of itself was not asked again for each of them.
 */
export interface FactLoan {
  /** From the object to those below it. */
  readonly path: readonly string[];
  /** The field by which they name it. */
  readonly field: string;
  /** The facts that they need of it. */
  readonly facts: readonly string[];
}

/** The facts that decisions on objects of a type need of the object under a field. */
export type FactsBehind = (type: string, field: string) => readonly string[];

/**
 * Lends the facts of an object to those below it that name this very object; others remain without, and are denied.
 * What kept a fact from coming is lent with it.
 */
export function lendFacts(
  object: GatheredObject,
  { path, field, facts }: FactLoan,
  failures: Failures,
): void {
  const id = object["id"];
  if (typeof id !== "string") return;
  for (const borrower of objectsAt([object], path)) {
    const named = borrower[field];
    if (!isNamed(named, id)) continue;
    for (const fact of facts) {
      const value = object[fact];
      if (value !== undefined && named[fact] === undefined) named[fact] = value;
      const failure = failures.none ? undefined : failures.at(object, fact);
      if (failure) failures.add(named, fact, failure);
    }
  }
}

function isNamed(value: unknown, id: string): value is GatheredObject {
  return typeof value === "object" && value !== null && "id" in value && value.id === id;
}

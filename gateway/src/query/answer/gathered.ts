import type { PathStep } from "../../plan/plan.ts";

/**
 * An object of the answer while it is gathered: canonical keys (see `plan/operation/canonical-operation.ts`)
 * to JSON values.
 */
export type GatheredObject = Record<string, unknown>;

/** Whether a JSON value is an object that is no list. */
export function isObject(value: unknown): value is GatheredObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The distinct objects that lie at a path below the given ones; lists on the way are walked through. */
export function objectsAt(from: Iterable<GatheredObject>, path: readonly PathStep[]): Set<GatheredObject> {
  let reached = new Set(from);
  for (const step of path) {
    const next = new Set<GatheredObject>();
    for (const object of reached) {
      if (typeof step === "string") addObjects(object[step], next);
      else if (step.types.includes(String(object["__typename"]))) next.add(object);
    }
    reached = next;
  }
  return reached;
}

/** Adds the objects that a value is or holds, in lists within lists. */
function addObjects(value: unknown, into: Set<GatheredObject>): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const each of value) addObjects(each, into);
  else into.add(value as GatheredObject);
}

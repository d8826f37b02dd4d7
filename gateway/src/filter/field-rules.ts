import { type Outlook, outlookOnAll } from "./outlooks.ts";
import type { Profile } from "./profile.ts";
import type { Requirement, Restrictions } from "./restrictions.ts";
import type { FactPath, NeededClasses, VisibilityRules } from "./visibility-rules.ts";

/** All rules of one supergraph about single fields. */
export interface FieldRules {
  readonly factsOf: (type: string) => readonly FactPath[];
  readonly objectClasses: (type: string) => NeededClasses | undefined;
  readonly fieldClasses: (type: string, field: string) => NeededClasses | undefined;
  readonly requirements: (type: string, field: string) => readonly Requirement[];
  readonly keysOf: (type: string) => readonly string[];
  /** Whether a root type: its objects have no parties, so that only what holds for every object counts there. */
  readonly isRoot: (type: string) => boolean;
  /** Whether the viewers of a profile can read a field on no object of a type. */
  readonly never: (type: string, field: string, profile: Profile) => boolean;
  /** Whether a decision about an object, some of whose fields are selected, depends on its facts. */
  readonly needsFacts: (type: string, fields: readonly string[], profile: Profile) => boolean;
}

/** Puts the rules of a supergraph together. */
export function fieldRules(
  visibility: VisibilityRules,
  restrictions: Restrictions,
  roots: ReadonlySet<string>,
): FieldRules {
  const fieldClasses = (type: string, field: string) => visibility.get(type)?.field(field);
  const objectClasses = (type: string) => visibility.get(type)?.object;
  const isRoot = (type: string) => roots.has(type);
  return {
    isRoot,
    fieldClasses,
    objectClasses,
    requirements: restrictions.on,
    factsOf: (type) => visibility.get(type)?.facts ?? [],
    keysOf: (type) => visibility.get(type)?.keys ?? [],
    never: (type, field, { outlooks, unmet }) => {
      if (restrictions.on(type, field).some(({ text }) => unmet.has(text))) return true;
      const needed = [objectClasses(type), fieldClasses(type, field)].filter((each) => each !== undefined);
      return needed.some((each) => isRefusal(outlookOnAll(outlooks, each)));
    },
    needsFacts: (type, fields, { outlooks }) => {
      if (isRoot(type)) return false;
      const needed = [objectClasses(type), ...fields.map((field) => fieldClasses(type, field))];
      return needed.some((each) => each !== undefined && dependsOnFacts(outlookOnAll(outlooks, each)));
    },
  };
}

/** Whether nothing may be read, whatever the object. */
export function isRefusal(outlook: Outlook): boolean {
  return outlook === "R" || outlook === "H";
}

function dependsOnFacts(outlook: Outlook): boolean {
  return outlook === "D" || outlook === "R";
}

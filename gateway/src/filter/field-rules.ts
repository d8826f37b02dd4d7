import { dependsOnFacts, entitlementToAll, isRefusal } from "./entitlements.ts";
import type { Requirement, Restrictions } from "./restrictions.ts";
import type { ViewerProfile } from "./viewer-profile.ts";
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
  /** Whether anything of the objects of a type may be kept back for what they are. */
  readonly isProtected: (type: string) => boolean;
  /** Whether objects of a type go to subgraphs inside of others. */
  readonly isRequired: (type: string) => boolean;
  /** Whether the viewers of a profile can read a field on no object of a type. */
  readonly never: (type: string, field: string, profile: ViewerProfile) => boolean;
  /** What decisions about an object need, some of whose fields are selected; undefined if none depends on its facts. */
  readonly neededFacts: (
    type: string,
    fields: readonly string[],
    profile: ViewerProfile,
  ) => readonly FactPath[] | undefined;
}

/** What the rules of a supergraph are put together from. */
interface RuleSources {
  readonly visibility: VisibilityRules;
  readonly restrictions: Restrictions;
  /** The names of the root types. */
  readonly roots: ReadonlySet<string>;
  /** The types of objects that go to subgraphs inside of others. */
  readonly required: ReadonlySet<string>;
}

/** Puts the rules of a supergraph together. */
export function fieldRules({ visibility, restrictions, roots, required }: RuleSources): FieldRules {
  const fieldClasses = (type: string, field: string) => visibility.get(type)?.field(field);
  const objectClasses = (type: string) => visibility.get(type)?.object;
  const factsOf = (type: string) => visibility.get(type)?.facts ?? [];
  const keysOf = (type: string) => visibility.get(type)?.keys ?? [];
  const isRoot = (type: string) => roots.has(type);
  return {
    isRoot,
    isProtected: (type) => visibility.has(type) && !isRoot(type),
    fieldClasses,
    objectClasses,
    requirements: restrictions.on,
    factsOf,
    keysOf,
    isRequired: (type) => required.has(type),
    never: (type, field, { entitlements, unmet }) => {
      if (restrictions.on(type, field).some(({ text }) => unmet.has(text))) return true;
      const needed = [objectClasses(type), fieldClasses(type, field)].filter((each) => each !== undefined);
      return needed.some((each) => isRefusal(entitlementToAll(entitlements, each)));
    },
    neededFacts: (type, fields, { entitlements, facts }) => {
      if (isRoot(type)) return undefined;
      const depending = (names: readonly string[]) =>
        names
          .map((name) => fieldClasses(type, name))
          .concat([objectClasses(type)])
          .filter((each) => each !== undefined)
          .filter((each) => dependsOnFacts(entitlementToAll(entitlements, each)));
      if (depending(fields).length === 0) return undefined;
      // Keys may be sent on, whether or not they are selected.
      const classes = depending([...fields, ...keysOf(type)]).flat();
      const needed = new Set(classes.flatMap((each) => facts[each]));
      return factsOf(type).filter(({ fact }) => needed.has(fact));
    },
  };
}

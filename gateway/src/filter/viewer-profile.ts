import { byDataClass, DATA_CLASSES } from "@maillon/schema";
import { type Entitlement, ENTITLEMENTS } from "@maillon/schema/policy";
import { FACT_NAMES, type FactName } from "@maillon/schema/visibility";
import type { Entitlements, FactsByClass } from "./entitlements.ts";

/**
 * All of a viewer that a compiled operation depends on. Viewers share compiled operations if, and only if, their
 * profiles are equal; it names nobody, so that a thousand companies with the same entitlements need one plan.
 */
export interface ViewerProfile {
  readonly entitlements: Entitlements;
  /** What has to be known of an object for the decisions on a class. */
  readonly facts: FactsByClass;
  /** The requirements of the standard directives that the viewer does not meet, as the schema words them. */
  readonly unmet: ReadonlySet<string>;
}

/** What of a profile lasts as long as an epoch. */
type Lasting = Omit<ViewerProfile, "unmet">;

/** Makes the writer of texts that are equal for equal profiles; what lasts as long as an epoch is written once. */
export function profileWriter(): (lasting: Lasting, unmet: Iterable<string>) => string {
  const written = new WeakMap<Entitlements, string>();
  return ({ entitlements, facts }, unmet) => {
    let text = written.get(entitlements);
    if (text === undefined) written.set(entitlements, (text = writeLasting({ entitlements, facts })));
    return text + JSON.stringify([...new Set(unmet)].toSorted());
  };
}

/** A word for each class: the first letter of the entitlement, and the facts. */
function writeLasting({ entitlements, facts }: Lasting): string {
  return DATA_CLASSES.map((each) => entitlements[each].charAt(0) + namesText(facts[each])).join();
}

/** The profile that was written; an unknown letter, or none, hides. */
export function readProfile(text: string): ViewerProfile {
  const [lasting = "", ...rest] = text.split("[");
  const words = lasting.split(",");
  const unmet: unknown = rest.length > 0 ? JSON.parse(`[${rest.join("[")}`) : [];
  return {
    entitlements: byDataClass((_class, index) => entitlementIn(words[index])),
    facts: byDataClass((_class, index) => namesIn(words[index]?.slice(1))),
    unmet: new Set(Array.isArray(unmet) ? unmet.map(String) : []),
  };
}

function entitlementIn(word: string | undefined): Entitlement {
  return ENTITLEMENTS.find(([letter]) => letter === word?.[0]) ?? "hidden";
}

/** One binary digit for each fact, written short. */
function namesText(names: readonly FactName[]): string {
  return names.reduce((bits, name) => bits + 2 ** FACT_NAMES.indexOf(name), 0).toString(36);
}

function namesIn(text: string | undefined): FactName[] {
  const bits = Number.parseInt(text || "0", 36);
  return FACT_NAMES.filter((_name, index) => Math.floor(bits / 2 ** index) % 2 === 1);
}

import { byDataClass, DATA_CLASSES } from "@maillon/schema";
import { FACT_NAMES, type FactName } from "@maillon/schema/visibility";
import type { FactsByClass, Outlook, Outlooks } from "./outlooks.ts";

/**
 * All that a compiled operation depends on, beside its text. Viewers share compiled operations if, and only
 * if, these are equal; it names nobody, so that a thousand companies with the same outlooks need one plan.
 */
export interface Profile {
  readonly outlooks: Outlooks;
  /** What has to be known of an object for the decisions on a class. */
  readonly facts: FactsByClass;
  /** The requirements of the standard directives that the viewer does not meet, as the schema words them. */
  readonly unmet: ReadonlySet<string>;
}

/** What a viewer can expect as long as an epoch lasts. */
export type Prospects = Omit<Profile, "unmet">;

/** Makes the writer of texts that are equal for equal profiles; what lasts as long as an epoch is written once. */
export function profileWriter(): (prospects: Prospects, unmet: Iterable<string>) => string {
  const written = new WeakMap<Outlooks, string>();
  return ({ outlooks, facts }, unmet) => {
    let text = written.get(outlooks);
    if (text === undefined) written.set(outlooks, (text = writeProspects({ outlooks, facts })));
    return text + JSON.stringify([...new Set(unmet)].toSorted());
  };
}

function writeProspects({ outlooks, facts }: Prospects): string {
  return DATA_CLASSES.map((each) => outlooks[each] + namesText(facts[each])).join();
}

/** The profile that was written; an unknown letter, or none, hides. */
export function readProfile(text: string): Profile {
  const [prospects = "", ...rest] = text.split("[");
  const words = prospects.split(",");
  const unmet: unknown = rest.length > 0 ? JSON.parse(`[${rest.join("[")}`) : [];
  return {
    outlooks: byDataClass((_class, index) => letterOf(words[index])),
    facts: byDataClass((_class, index) => namesIn(words[index]?.slice(1))),
    unmet: new Set(Array.isArray(unmet) ? unmet.map(String) : []),
  };
}

function letterOf(word: string | undefined): Outlook {
  const letter = word?.[0];
  return letter === "V" || letter === "D" || letter === "R" ? letter : "H";
}

/** One binary digit for each fact, written short. */
function namesText(names: readonly FactName[]): string {
  return names.reduce((bits, name) => bits + 2 ** FACT_NAMES.indexOf(name), 0).toString(36);
}

function namesIn(text: string | undefined): FactName[] {
  const bits = Number.parseInt(text || "0", 36);
  return FACT_NAMES.filter((_name, index) => Math.floor(bits / 2 ** index) % 2 === 1);
}

import { byDataClass, type DataClass, type Viewer } from "@maillon/schema";
import { type DecisionSources, matteringFacts, outlook, toldAction } from "@maillon/schema/policy";
import type { FactName } from "@maillon/schema/visibility";
import type { NeededClasses } from "./visibility-rules.ts";

/**
 * What can be said of a viewer and a class before any object is known. `V`: every object may be read. `D`: it
 * depends on the object's facts. `R`: none may be read, but whether the viewer may be told so depends on the
 * facts. `H`: none may be read, and nothing is told.
 */
export type Outlook = "V" | "D" | "R" | "H";

/** The outlook on each class. */
export type Outlooks = Readonly<Record<DataClass, Outlook>>;

/** Works out the outlooks of one viewer, as long as the epoch lasts. */
export function outlooksOf(sources: DecisionSources, viewer: Viewer): Outlooks {
  return byDataClass((each) => outlookOn(sources, viewer, each));
}

/** The facts that decisions on each class can turn on. */
export type FactsByClass = Readonly<Record<DataClass, readonly FactName[]>>;

/** Finds the facts that matter to one viewer, as long as the epoch lasts: the fewer, the less owners have to send. */
export function factsByClass(sources: DecisionSources, viewer: Viewer): FactsByClass {
  return byDataClass((each) => matteringFacts(sources, viewer, each));
}

/** The outlook on a field that needs several classes, or none that anybody has. */
export function outlookOnAll(outlooks: Outlooks, needed: NeededClasses): Outlook {
  const letters = needed.map((each) => outlooks[each]);
  return letters.length === 0 ? "H" : (STRICTEST_FIRST.find((each) => letters.includes(each)) ?? "H");
}

const STRICTEST_FIRST: readonly Outlook[] = ["H", "R", "D", "V"];

function outlookOn(sources: DecisionSources, viewer: Viewer, dataClass: DataClass): Outlook {
  const found = outlook(sources, viewer, dataClass);
  if (found === "visible") return "V";
  if (found === "depends") return "D";
  const principal = viewer.kind === "company" ? "Employee" : "Consumer";
  const told = sources.policies.compiled.policiesOn(toldAction(dataClass), principal);
  return sources.agreements && told.length > 0 ? "R" : "H";
}

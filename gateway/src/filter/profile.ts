import { DATA_CLASSES, type DataClass } from "@maillon/schema";
import type { Outlook, Outlooks } from "./outlooks.ts";

/**
 * All that a filtered operation depends on, beside its text. Viewers share compiled operations if, and only if, these are equal;
 * it names nobody, so that a thousand companies with the same outlooks need one plan.
 */
export interface Profile {
  readonly outlooks: Outlooks;
  /** The requirements of the standard directives that the viewer does not meet, as the schema words them. */
  readonly unmet: ReadonlySet<string>;
}

/** A text that is equal for equal profiles. */
export function writeProfile({ outlooks, unmet }: Profile): string {
  return DATA_CLASSES.map((each) => outlooks[each]).join("") + JSON.stringify([...unmet].toSorted());
}

/** The profile that was written; an unknown letter, or none, hides. */
export function readProfile(text: string): Profile {
  const letters = DATA_CLASSES.map((each, index) => [each, letterOf(text[index])] as const);
  const rest: unknown = JSON.parse(text.slice(DATA_CLASSES.length) || "[]");
  return {
    outlooks: Object.fromEntries(letters) as Record<DataClass, Outlook>,
    unmet: new Set(Array.isArray(rest) ? rest.map(String) : []),
  };
}

function letterOf(letter: string | undefined): Outlook {
  return letter === "V" || letter === "D" || letter === "R" ? letter : "H";
}

import type { DataClass } from "@maillon/schema";
import type { Refused } from "@maillon/schema/policy";

/** What a client reads of refused places that have the same reason; part of `extensions.visibility`. */
export interface RefusalNote {
  /** `Order.total`, or `Order` when whole objects are kept back. */
  readonly coordinate: string;
  /** Undefined for what the standard directives refuse: they know no classes. */
  readonly class?: DataClass;
  readonly effect: "DENIED";
  /** The rule that decided, as policies name it. */
  readonly rule: string;
  readonly reason: string;
  /** What would grant it, in words. */
  readonly missing: readonly string[];
  /** How many places of the answer it made null. */
  readonly count: number;
  /** The first of them. */
  readonly paths: readonly (readonly (string | number)[])[];
}

/** The refusals of one answer. */
export interface RefusalLog {
  /** Notes a refusal; one that must look like absence leaves no trace. */
  readonly note: (coordinate: string, refused: Refused, path: () => readonly (string | number)[]) => void;
  /** Notes what a requirement of the standard directives keeps back. */
  readonly noteUnmet: (coordinate: string, rule: string, path: () => readonly (string | number)[]) => void;
  /** In the order in which they were met. */
  readonly notes: () => readonly RefusalNote[];
}

/** How many paths a client is shown for each reason. */
const SAMPLES = 5;

interface Counted extends RefusalNote {
  count: number;
  readonly paths: (readonly (string | number)[])[];
}

/** Opens the log of one answer. */
export function openRefusalLog(): RefusalLog {
  const notes = new Map<string, Counted>();
  const count = (
    key: string,
    start: () => Omit<Counted, "count" | "paths">,
    path: () => Counted["paths"][number],
  ) => {
    let note = notes.get(key);
    if (!note) notes.set(key, (note = { ...start(), count: 0, paths: [] }));
    note.count += 1;
    if (note.paths.length < SAMPLES) note.paths.push(path());
  };
  return {
    note(coordinate, refused, path) {
      if (refused.effect === "HIDDEN") return;
      const [because] = refused.because;
      const rule = because?.rule ?? "no-rule";
      const start = () => ({
        coordinate,
        class: refused.dataClass,
        effect: "DENIED" as const,
        rule,
        reason: because?.why ?? "No law, party or agreement lets you read this.",
        missing: refused.missing,
      });
      count(`${coordinate} ${refused.dataClass} ${rule} ${refused.missing.join()}`, start, path);
    },
    noteUnmet(coordinate, rule, path) {
      const reason = REQUIREMENTS[rule] ?? "You do not meet what its owner requires.";
      const start = () => ({ coordinate, effect: "DENIED" as const, rule, reason, missing: [] });
      count(`${coordinate} ${rule}`, start, path);
    },
    notes: () => [...notes.values()],
  };
}

const REQUIREMENTS: Readonly<Record<string, string>> = {
  authenticated: "Its owner answers only those whose name is known.",
  requiresScopes: "Its owner requires a role that you do not have.",
  policy: "Its owner requires a policy that does not hold for you.",
};

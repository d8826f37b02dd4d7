import type { DataClass } from "@maillon/schema";
import type { Explanation } from "@maillon/schema/policy";
import type { Requirement } from "../filter/restrictions.ts";

/** What a client reads of the places that were refused for one reason; an element of `extensions.visibility`. */
export interface RefusalNote {
  /** `Order.total`, or `Order` when whole objects are kept back. */
  readonly coordinate: string;
  /** Undefined for what the standard directives refuse: they know no classes. */
  readonly class?: DataClass;
  readonly effect: "DENIED";
  /** The rule that decided, as policies name it, or the standard directive. */
  readonly rule: string;
  readonly reason: string;
  /** The agreement and clause that the rule turned on; the viewer's company is a party to it. */
  readonly agreement?: string;
  readonly clause?: string;
  /** What would grant it, in words. */
  readonly missing: readonly string[];
  /** How many places of the answer it made null. */
  readonly count: number;
  /** The first of them. */
  readonly paths: readonly ClientPath[];
}

type ClientPath = readonly (string | number)[];

/** The refusals of one answer. */
export interface RefusalLog {
  /** Notes a refusal; one that must look like absence leaves no trace. */
  readonly note: (explanation: Explanation, path: () => ClientPath) => void;
  /** Notes what a requirement of the standard directives keeps back. */
  readonly noteUnmet: (coordinate: string, requirement: Requirement, path: () => ClientPath) => void;
  /** In the order in which they were met. */
  readonly notes: () => readonly RefusalNote[];
}

/** How many paths a client is shown for each reason. */
const SAMPLES = 5;

/** How many reasons a client is shown: an answer about thousands of agreements must not end in a list of them all. */
const REASONS = 100;

type Reason = Omit<RefusalNote, "count" | "paths">;

interface Counted {
  readonly reason: Reason;
  count: number;
  readonly paths: ClientPath[];
}

/** Opens the log of one answer. */
export function openRefusalLog(): RefusalLog {
  const counted = new Map<string, Counted>();
  // Objects with equal facts share their explanations: each is turned into a reason once, however many places it nulls.
  const known = new Map<Explanation, Counted | undefined>();

  function entryFor(reason: Reason): Counted | undefined {
    const key = JSON.stringify([reason.coordinate, reason.rule, reason.agreement, reason.clause]);
    const entry = counted.get(key);
    if (entry || counted.size >= REASONS) return entry;
    const added = { reason, count: 0, paths: [] };
    counted.set(key, added);
    return added;
  }

  return {
    note(explanation, path) {
      if (explanation.effect !== "DENIED") return;
      if (!known.has(explanation)) known.set(explanation, entryFor(reasonOf(explanation)));
      countIn(known.get(explanation), path);
    },
    noteUnmet(coordinate, { kind }, path) {
      const words = { rule: kind, reason: REQUIREMENTS[kind], missing: [] };
      countIn(entryFor({ coordinate, effect: "DENIED", ...words }), path);
    },
    notes: () => [...counted.values()].map(({ reason, ...rest }) => ({ ...reason, ...rest })),
  };
}

function reasonOf({ dataClass, why, ...rest }: Explanation): Reason {
  return { ...rest, class: dataClass, effect: "DENIED", reason: why };
}

function countIn(entry: Counted | undefined, path: () => ClientPath): void {
  if (!entry) return;
  entry.count += 1;
  if (entry.paths.length < SAMPLES) entry.paths.push(path());
}

const REQUIREMENTS: Readonly<Record<Requirement["kind"], string>> = {
  authenticated: "Its owner answers only those whose name is known.",
  requiresScopes: "Its owner requires a role that you do not have.",
  policy: "Its owner requires a policy that does not hold for you.",
};

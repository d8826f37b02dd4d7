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

type Reason = Omit<RefusalNote, "count" | "paths">;

interface Counted {
  readonly reason: Reason;
  count: number;
  readonly paths: ClientPath[];
}

/** Opens the log of one answer. */
export function openRefusalLog(): RefusalLog {
  const counted = new Map<string, Counted>();
  const count = (reason: Reason, path: () => ClientPath) => {
    const key = JSON.stringify([reason.coordinate, reason.rule, reason.agreement, reason.clause]);
    let entry = counted.get(key);
    if (!entry) counted.set(key, (entry = { reason, count: 0, paths: [] }));
    entry.count += 1;
    if (entry.paths.length < SAMPLES) entry.paths.push(path());
  };
  return {
    note({ dataClass, effect, why, ...rest }, path) {
      if (effect === "DENIED") count({ ...rest, class: dataClass, effect, reason: why }, path);
    },
    noteUnmet(coordinate, { kind }, path) {
      count({ coordinate, effect: "DENIED", rule: kind, reason: REQUIREMENTS[kind], missing: [] }, path);
    },
    notes: () => [...counted.values()].map(({ reason, ...rest }) => ({ ...reason, ...rest })),
  };
}

const REQUIREMENTS: Readonly<Record<Requirement["kind"], string>> = {
  authenticated: "Its owner answers only those whose name is known.",
  requiresScopes: "Its owner requires a role that you do not have.",
  policy: "Its owner requires a policy that does not hold for you.",
};

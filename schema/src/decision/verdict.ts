import type { GrantSource } from "../agreement/grant.ts";
import type { DataClass } from "../data-class.ts";

/** A rule that decided, in words for the viewer. */
export interface Reason {
  /** The policy's @id, or one of the rules of `createDecider` that come before any policy. */
  readonly rule: string;
  readonly why: string;
  /** The clauses and disclosure requests that the rule turned on; all of them concern the viewer's company. */
  readonly sources: readonly GrantSource[];
}

/** The viewer may read the value. */
export interface Granted {
  readonly visible: true;
  readonly effect: "GRANTED";
  readonly dataClass: DataClass;
  readonly because: readonly Reason[];
}

/** The viewer may not. DENIED: and may be told so. HIDDEN: it must look as if there were nothing. */
export interface Refused {
  readonly visible: false;
  readonly effect: "DENIED" | "HIDDEN";
  readonly dataClass: DataClass;
  /** Empty when no rule grants it and none forbids it. Never shown to the viewer of something hidden. */
  readonly because: readonly Reason[];
  /** What would grant it; empty when nothing the viewer can do would. */
  readonly missing: readonly string[];
}

/** The agreements grant it, but the company that keeps the object knows of none that does, and has the last word. */
export interface KeptBack extends Omit<Refused, "effect"> {
  readonly effect: "KEPT_BACK";
}

/** A decision about one class of one object, with its reason. */
export type Verdict = Granted | Refused;

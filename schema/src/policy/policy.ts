import type { Expression } from "./expression.ts";

/** The two kinds of viewer that policies tell apart; the names are those of the Cedar schema. */
export const PRINCIPAL_TYPES = ["Employee", "Consumer"] as const;

export type PrincipalType = (typeof PRINCIPAL_TYPES)[number];

/** One Cedar policy, taken apart and checked. */
export interface Policy {
  /** Its @id: what explanations, logs and tests call it. */
  readonly id: string;
  /** Its @why: what a viewer reads. */
  readonly why: string;
  readonly effect: "permit" | "forbid";
  /** Whom it is about; undefined: everyone. */
  readonly principal: PrincipalType | undefined;
  /** Every action that it applies to, groups taken apart. */
  readonly actions: ReadonlySet<string>;
  /** What must be true. */
  readonly condition: Expression;
  /** Its @grant: the grant that it turns on, so that an explanation can name agreement and clause. */
  readonly grant: string | undefined;
  /** Its @missing: what a viewer would need for it. */
  readonly missing: string | undefined;
}

/** The action that asks whether a viewer may be told of a refusal. */
export function toldAction(dataClass: string): string {
  return `told:${dataClass}`;
}

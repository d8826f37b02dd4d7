import type { AgreementsInForce } from "@maillon/schema/policy";

/** A chain without agreements: a ledger that is known, and in which no company grants another one anything. */
export const NO_AGREEMENTS: AgreementsInForce = {
  epoch: 0,
  companies: new Map(),
  grantsTo: () => [],
  partnersOf: () => new Set(),
  agreementsOf: () => new Set(),
  between: () => [],
};

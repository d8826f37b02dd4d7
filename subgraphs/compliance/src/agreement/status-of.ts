import type { Agreement } from "./agreement.ts";
import type { AgreementStatus } from "./agreement-status.ts";

/** What an agreement's status follows from. */
export type StatusFacts = Pick<
  Agreement,
  "draft" | "suspended" | "validFrom" | "validUntil" | "signedAt" | "refusedAt" | "terminatedOn"
>;

/**
 * Where an agreement is in its life at an instant. ACTIVE means in force on that very day, so that whoever only looks
 * at the status never grants too early or too late.
 */
export function statusOf(facts: StatusFacts, now: Date): AgreementStatus {
  const today = dayOf(now);
  const { draft, suspended, validFrom, validUntil, signedAt, refusedAt, terminatedOn } = facts;
  if (refusedAt !== null) return "TERMINATED";
  if (terminatedOn !== null && terminatedOn <= today) return "TERMINATED";
  if (validUntil !== null && validUntil <= today) return "EXPIRED";
  if (draft) return "DRAFT";
  if (signedAt === null || today < validFrom) return "PROPOSED";
  return suspended ? "SUSPENDED" : "ACTIVE";
}

/** The day of an instant in UTC: two companies must not disagree about when an agreement begins. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

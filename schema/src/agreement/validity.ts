import type { Agreement } from "./ledger.ts";

/** Whether an agreement counts at a moment, and why. */
export interface Validity {
  /** SURVIVING: only the clauses that survive termination count. SUSPENDED: only restrictions do. */
  readonly state: "IN_FORCE" | "SURVIVING" | "SUSPENDED" | "NOT_IN_FORCE";
  readonly because: string;
}

/** Whether an agreement counts at a moment, and why (milliseconds since 1970). */
export function validityOf(agreement: Agreement, at: number): Validity {
  const { status, validUntil, revokedAt, terminatedAt } = agreement;
  const activated = activationOf(agreement, at);
  if (activated.state === "NOT_IN_FORCE") return activated;
  if (reached(revokedAt, at)) return out("It was revoked.");
  if (reached(validUntil, at)) return out("It has expired.");
  if (status === "EXPIRED") return out("It has expired.");
  if (reached(terminatedAt, at)) return { state: "SURVIVING", because: "It was terminated." };
  // A termination that is announced without its moment cannot be dated, so it has happened.
  if (status === "TERMINATED" && terminatedAt === undefined)
    return { state: "SURVIVING", because: "It was terminated." };
  if (status === "SUSPENDED") return { state: "SUSPENDED", because: "It is suspended." };
  return { state: "IN_FORCE", because: "Every signatory said yes and it is within its dates." };
}

/** Whether an agreement has ever begun to count: everyone said yes, nobody said no, and its first day has come. */
export function activationOf(agreement: Agreement, at: number): Validity {
  const { status, parties, signatures, validFrom } = agreement;
  if (status === "DRAFT" || status === "PROPOSED") return out(`It is ${status.toLowerCase()} only.`);
  const said = signatures.filter((each) => reached(each.at, at));
  // One no blocks for good, whatever the same person says later.
  const refusal = said.find(({ verdict }) => verdict === "REJECT");
  if (refusal) return out(`${refusal.company} refused it.`);
  const yes = new Set(said.map(({ company, signatory }) => `${company}/${signatory}`));
  const missing = parties
    .flatMap(({ company, signatories }) => signatories.map((signatory) => `${company}/${signatory}`))
    .find((each) => !yes.has(each));
  if (missing !== undefined) return out(`${missing} has not signed.`);
  if (!reached(validFrom, at)) return out("It has not begun.");
  return { state: "IN_FORCE", because: "Every signatory said yes and its first day has come." };
}

/** Whether a moment of the ledger has come. */
export function reached(moment: string | undefined, at: number): boolean {
  return moment !== undefined && Date.parse(moment) <= at;
}

function out(because: string): Validity {
  return { state: "NOT_IN_FORCE", because };
}

import type { AgreementRecord } from "@maillon/schema/exchange";
import { RejectedRecord } from "@maillon/subgraph-kit";
import type { ImportTools } from "@maillon/subgraph-kit";
import { latestOfAll } from "../decide/latest-of-all.ts";
import { statusOf } from "../agreement/status-of.ts";
import type { StoredAgreement } from "./stored-agreement.ts";

/**
 * Takes over what a record says became of an agreement: decisions, halts and its end.
 * @throws RejectedRecord when that contradicts what is final.
 */
export function takeOver(
  record: AgreementRecord,
  stored: StoredAgreement,
  { idOf, now }: { idOf: ImportTools["idOf"]; now: Date },
): void {
  const { agreement } = stored;
  takeOverDecisions(record, stored, idOf);
  takeOverEnd(record, stored);
  concludeDecisions(stored);
  agreement.draft &&= record.status === "DRAFT";
  agreement.suspended = record.status === "SUSPENDED";
  const claimsLess = record.status === "PROPOSED" || record.status === "EXPIRED";
  if (claimsLess && statusOf(agreement, now) === "ACTIVE") {
    throw new RejectedRecord(`status: is ${record.status} although signatures and dates put it in force`);
  }
}

function takeOverDecisions(
  { signatures: decisions }: AgreementRecord,
  { signatures }: StoredAgreement,
  idOf: ImportTools["idOf"],
): void {
  for (const [place, { company, signatory, verdict, at }] of decisions.entries()) {
    const organizationId = idOf("companies", company);
    const signature = signatures.find(
      (each) => each.organizationId === organizationId && each.signatory === signatory,
    );
    // The exchange format lets only signatories decide.
    if (signature === undefined) throw new RejectedRecord(`signatures.${place}: is not by a signatory`);
    if (signature.decision !== null && signature.decision !== verdict) {
      throw new RejectedRecord(`signatures.${place}: the signatory has decided otherwise, which is final`);
    }
    if (signature.decision === null) Object.assign(signature, { decision: verdict, at: new Date(at) });
  }
}

function takeOverEnd({ terminatedOn }: AgreementRecord, { agreement }: StoredAgreement): void {
  if (terminatedOn === undefined) return;
  if (agreement.terminatedOn !== null && agreement.terminatedOn < terminatedOn) {
    throw new RejectedRecord("terminatedOn: the agreement ends earlier already");
  }
  agreement.terminatedOn = terminatedOn;
}

/** Notes what the decisions amount to: for each company, and for all of them. */
function concludeDecisions({ agreement, parties, signatures }: StoredAgreement): void {
  for (const party of parties) {
    const own = signatures.filter(({ organizationId }) => organizationId === party.organizationId);
    party.signedAt = latestOfAll(own.map(({ decision, at }) => (decision === "APPROVE" ? at : null)));
  }
  const refusals = signatures.flatMap(({ decision, at }) => (decision === "REJECT" && at ? [at] : []));
  agreement.signedAt ??= latestOfAll(parties.map(({ signedAt }) => signedAt));
  if (refusals.length > 0) agreement.refusedAt ??= new Date(Math.min(...refusals.map(Number)));
}

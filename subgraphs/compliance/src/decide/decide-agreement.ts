import { conflict } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Agreement } from "../agreement/agreement.ts";
import { AgreementParty } from "../agreement/agreement-party.ts";
import { changeAgreement } from "./change-agreement.ts";
import { endBefore } from "./end-before.ts";
import { latestOfAll } from "./latest-of-all.ts";
import { companyOf, signatoryOf } from "./signatory.ts";
import type { Signatory } from "./signatory.ts";
import { statusOf } from "../agreement/status-of.ts";
import type { Verdict } from "../agreement/verdict.ts";

/**
 * Notes the viewer's yes or no, once for each required role that she holds. One no blocks the agreement for good; the
 * last yes binds all parties. Both hold the agreement's row, so that of a no and a last yes at the same time the one
 * that comes first decides, and the other is refused. The same decision again changes nothing.
 * @throws SubgraphError `NOT_FOUND`, `FORBIDDEN`, or `CONFLICT` when it is too late to decide.
 */
export async function decideAgreement(id: string, verdict: Verdict, context: SubgraphContext): Promise<void> {
  const { now } = context;
  const viewer = companyOf(context.viewer);
  await changeAgreement(id, context, async (agreement, em) => {
    const signatory = await signatoryOf(viewer, id, em);
    if (signatory.own.every(({ decision }) => decision === verdict)) return;
    refuseUnlessOpen(agreement, now);
    refuseChangeOfMind(signatory, verdict);
    noteDecision(signatory, verdict, now);
    if (verdict === "REJECT") agreement.refusedAt = now;
    else await completeSignatures(agreement, signatory, em);
  });
}

function refuseUnlessOpen(agreement: Agreement, now: Date): void {
  const status = statusOf(agreement, now);
  if (status === "DRAFT") throw conflict("The agreement has not been proposed yet.");
  if (agreement.refusedAt !== null) throw conflict("The agreement was refused, which is final.");
  if (agreement.signedAt !== null)
    throw conflict("The agreement is signed by all; it can only be terminated.");
  if (status !== "PROPOSED") throw conflict("The agreement is over.");
}

/** A decision is final, whoever holds the role now; and nobody says yes in one role and no in another. */
function refuseChangeOfMind({ own }: Signatory, verdict: Verdict): void {
  if (own.some(({ decision }) => decision !== null && decision !== verdict)) {
    throw conflict("Your role has decided otherwise, which is final.");
  }
}

function noteDecision({ viewer, own }: Signatory, verdict: Verdict, at: Date): void {
  for (const signature of own.filter(({ decision }) => decision === null)) {
    Object.assign(signature, { decision: verdict, person: viewer.subject, at });
  }
}

/** Notes that the company has signed, once all its signatories have, and that all have, once each company has. */
async function completeSignatures(
  agreement: Agreement,
  { viewer, required }: Signatory,
  em: SqlEntityManager,
): Promise<void> {
  const parties = await em.find(AgreementParty, { agreementId: agreement.id });
  const own = parties.find(({ organizationId }) => organizationId === viewer.organization);
  if (own === undefined) throw new Error("A company that signs must be a party.");
  own.signedAt = latestOfAll(required.map(({ decision, at }) => (decision === "APPROVE" ? at : null)));
  agreement.signedAt = latestOfAll(parties.map(({ signedAt }) => signedAt));
  if (agreement.signedAt !== null) await endBefore(agreement, em);
}

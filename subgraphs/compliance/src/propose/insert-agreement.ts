import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Agreement } from "../agreement/agreement.ts";
import type { AgreementRow } from "../agreement/agreement.ts";
import { AgreementParty } from "../agreement/agreement-party.ts";
import { AgreementSignature } from "../agreement/agreement-signature.ts";
import { sha256OfTerms } from "./agreement-terms.ts";
import type { AgreementTerms, TermsOrigin } from "./agreement-terms.ts";

/** What an agreement is inserted with, beside its terms. */
export type AgreementOrigin = TermsOrigin &
  Pick<AgreementRow, "supersedesId" | "proposedById"> &
  Partial<Pick<AgreementRow, "draft" | "suspended" | "terminatedOn">>;

/** Inserts an agreement that nobody has decided about, with its parties and the decisions that it needs. */
export async function insertAgreement(
  em: SqlEntityManager,
  terms: AgreementTerms,
  origin: AgreementOrigin,
): Promise<void> {
  const { parties } = terms;
  const { id: agreementId } = origin;
  await em.insert(Agreement, agreementRow(terms, origin));
  await em.insertMany(
    AgreementParty,
    parties.map(({ organization, role }, position) => {
      return { agreementId, organizationId: organization, position, role, signedAt: null };
    }),
  );
  await em.insertMany(
    AgreementSignature,
    parties.flatMap(({ organization, signatories }) =>
      signatories.map((signatory) => {
        return {
          agreementId,
          organizationId: organization,
          signatory,
          decision: null,
          person: null,
          at: null,
        };
      }),
    ),
  );
}

function agreementRow(terms: AgreementTerms, origin: AgreementOrigin): AgreementRow {
  const { parties, clauses, territories, productScope, ...rest } = terms;
  const { id, version, previousSha256 } = origin;
  return {
    ...rest,
    draft: false,
    suspended: false,
    terminatedOn: null,
    ...origin,
    territories: [...territories],
    productScope: [...productScope],
    clauseRecords: clauses,
    sha256: sha256OfTerms(terms, { id, version, previousSha256 }),
    partyIds: parties.map(({ organization }) => organization),
    signedAt: null,
    refusedAt: null,
    terminationReason: null,
  };
}

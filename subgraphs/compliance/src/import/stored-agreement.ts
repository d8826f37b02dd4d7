import { LockMode } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Agreement } from "../agreement/agreement.ts";
import { AgreementParty } from "../agreement/agreement-party.ts";
import { AgreementSignature } from "../agreement/agreement-signature.ts";

/** An agreement with all that its outcome follows from. */
export interface StoredAgreement {
  readonly agreement: Agreement;
  readonly parties: readonly AgreementParty[];
  readonly signatures: readonly AgreementSignature[];
}

/** Reads agreements and holds their rows until the transaction ends, so that nobody decides meanwhile. */
export async function findAgreements(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<Map<string, StoredAgreement>> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const agreements = await em.find(Agreement, { id: { $in: [...ids] } }, { lockMode });
  const ofThese = { agreementId: { $in: [...ids] } };
  const parties = await em.find(AgreementParty, ofThese);
  const signatures = await em.find(AgreementSignature, ofThese);
  return new Map(
    agreements.map((agreement) => {
      const isOf = ({ agreementId }: { agreementId: string }) => agreementId === agreement.id;
      return [
        agreement.id,
        { agreement, parties: parties.filter(isOf), signatures: signatures.filter(isOf) },
      ];
    }),
  );
}

import type { AgreementRecord } from "@maillon/schema/exchange";
import { RejectedRecord } from "@maillon/subgraph-kit";
import type { Importer, ImportTools } from "@maillon/subgraph-kit";
import type { Agreement } from "../agreement/agreement.ts";
import { sha256OfTerms, termsOf } from "../propose/agreement-terms.ts";
import { faultOf } from "../propose/check-terms.ts";
import { insertAgreement } from "../propose/insert-agreement.ts";
import { findAgreements } from "./stored-agreement.ts";
import type { StoredAgreement } from "./stored-agreement.ts";
import { takeOver } from "./take-over.ts";

/**
 * Makes the importer that stores agreements as a delivery states them. Of one that is known already, only what became
 * of it since is taken over: its terms never change, a decision is final, and an end is never put off.
 */
export function agreementImporter(clock: () => Date): Importer<"agreements"> {
  return async (records, tools) => {
    const { em, idOf } = tools;
    const idOfRecord = ({ key }: AgreementRecord) => idOf("agreements", key);
    const known = await findAgreements(em, records.map(idOfRecord));
    for (const record of records) {
      const agreement = known.get(idOfRecord(record))?.agreement;
      if (agreement === undefined) await insertNew(record, tools);
      else refuseOtherTerms(record, agreement, idOf);
    }
    const stored = await findAgreements(em, records.map(idOfRecord));
    const now = clock();
    for (const record of records) takeOver(record, storedOf(stored, idOfRecord(record)), { idOf, now });
    await em.flush();
  };
}

async function insertNew(record: AgreementRecord, { em, idOf }: ImportTools): Promise<void> {
  const fault = faultOf(record);
  if (fault !== undefined) throw new RejectedRecord(`${fault.path.map(String).join(".")}: ${fault.reason}`);
  await insertAgreement(em, importedTerms(record, idOf), {
    id: idOf("agreements", record.key),
    version: record.version,
    previousSha256: null,
    supersedesId: null,
    proposedById: null,
    draft: record.status === "DRAFT",
  });
}

function refuseOtherTerms(
  record: AgreementRecord,
  { id, version, previousSha256, sha256 }: Agreement,
  idOf: ImportTools["idOf"],
): void {
  const same = version === record.version;
  if (!same || sha256OfTerms(importedTerms(record, idOf), { id, version, previousSha256 }) !== sha256) {
    throw new RejectedRecord("the terms differ from those that are stored; a new version needs a new key");
  }
}

function importedTerms(record: AgreementRecord, idOf: ImportTools["idOf"]) {
  return termsOf(record, {
    company: (key) => idOf("companies", key),
    product: (key) => idOf("products", key),
  });
}

function storedOf(stored: ReadonlyMap<string, StoredAgreement>, id: string): StoredAgreement {
  const found = stored.get(id);
  if (found === undefined) throw new Error("An agreement that was just inserted is missing.");
  return found;
}

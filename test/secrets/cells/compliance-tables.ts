import { createHash } from "node:crypto";
import {
  change,
  earlier,
  farBehind,
  farOff,
  ifPresent,
  listOf,
  newCount,
  newText,
  newTexts,
  oneOf,
  otherCompany,
  otherPartner,
  sameSideOfToday,
} from "./changes.ts";
import { present, rowWith, type SecretTable, texts } from "./secret-table.ts";

/** What agreements and requests open is in the ledger, which is not read again: decisions stay what they are. */
const agreement: SecretTable = {
  name: "compliance.agreement",
  key: ["id"],
  rows: "AGREEMENT_EXISTENCE",
  facts: (row) => ({ owner: texts(row["party_ids"]), agreement: present(row["id"]) }),
  parts: {
    model: { classes: ["AGREEMENT_EXISTENCE"], change: oneOf("model", ["B2B", "B2B2B", "B2A", "B2C"]) },
    parties: {
      classes: ["AGREEMENT_EXISTENCE"],
      fact: true,
      change: change(["party_ids"], (row, ...rest) => {
        const added = otherCompany("proposed_by_id").of(row, ...rest)?.["proposed_by_id"];
        return { party_ids: [...new Set([...texts(row["party_ids"]), ...present(added)])] };
      }),
    },
    proposer: { classes: ["AGREEMENT_EXISTENCE"], change: otherCompany("proposed_by_id", { orNone: true }) },
    draft: { classes: ["AGREEMENT_EXISTENCE"], change: oneOf("draft", [true, false]) },
    suspended: { classes: ["AGREEMENT_EXISTENCE"], change: oneOf("suspended", [true, false]) },
    signedAt: { classes: ["AGREEMENT_EXISTENCE"], change: earlier("signed_at") },
    refusedAt: { classes: ["AGREEMENT_EXISTENCE"], change: earlier("refused_at") },
    version: { classes: ["AGREEMENT_TERMS"], change: newCount("version") },
    supersedes: {
      classes: ["AGREEMENT_TERMS"],
      change: ifPresent(oneOf("supersedes_id", [null])),
    },
    // The words of the clauses.
    clauses: {
      classes: ["AGREEMENT_TERMS"],
      change: change(["clauses"], (row, dice) => ({ clauses: reworded(row["clauses"], () => dice.word()) })),
    },
    validFrom: { classes: ["AGREEMENT_TERMS"], change: earlier("valid_from") },
    validUntil: { classes: ["AGREEMENT_TERMS"], change: sameSideOfToday("valid_until") },
    territories: { classes: ["AGREEMENT_TERMS"], change: listOf("territories", ["DE", "ES", "FR"]) },
    productScope: { classes: ["AGREEMENT_TERMS"], change: newTexts("product_scope") },
    hash: {
      classes: ["AGREEMENT_TERMS"],
      change: change(["sha256"], (_row, dice) => ({
        sha256: createHash("sha256").update(dice.word()).digest("hex"),
      })),
    },
    previousHash: { classes: ["AGREEMENT_TERMS"], change: newText("previous_sha256") },
    terminatedOn: { classes: ["AGREEMENT_TERMS"], change: sameSideOfToday("terminated_on") },
    terminationReason: { classes: ["AGREEMENT_TERMS"], change: newText("termination_reason") },
    essence: { classes: ["DATA_SUBJECT"], change: newText("essence_for_data_subjects") },
  },
};

function reworded(clauses: unknown, word: () => string): unknown {
  return Array.isArray(clauses)
    ? clauses.map((clause: object) => ({ ...clause, code: word(), text: word() }))
    : clauses;
}

const party: SecretTable = {
  name: "compliance.agreement_party",
  key: ["agreement_id", "organization_id"],
  rows: "AGREEMENT_EXISTENCE",
  facts: (row, world) => agreement.facts(rowWith(world, agreement.name, row["agreement_id"]), world),
  parts: {
    position: { classes: ["AGREEMENT_EXISTENCE"], change: farBehind("position") },
    role: { classes: ["AGREEMENT_EXISTENCE"], change: oneOf("role", ["BUYER", "BRAND", "PROCESSOR"]) },
    signedAt: { classes: ["AGREEMENT_EXISTENCE"], change: earlier("signed_at") },
  },
};

const signature: SecretTable = {
  name: "compliance.agreement_signature",
  key: ["agreement_id", "organization_id", "signatory"],
  rows: "DECISION",
  facts: (row) => ({ owner: present(row["organization_id"]) }),
  children: {},
  parts: {
    decision: {
      classes: ["DECISION"],
      change: ifPresent(oneOf("decision", ["APPROVE", "REJECT"])),
    },
    person: { classes: ["DECISION"], change: newText("person") },
    at: { classes: ["DECISION"], change: earlier("at") },
  },
};

const request: SecretTable = {
  name: "compliance.disclosure_request",
  key: ["id"],
  rows: "REGULATORY",
  facts: (row) => ({ owner: present(row["subject_id"]), buyer: present(row["regulator_id"]) }),
  parts: {
    legalBasis: { classes: ["REGULATORY"], change: newText("legal_basis") },
    dataClasses: { classes: ["REGULATORY"], change: listOf("data_classes", ["KPI", "AUDIT", "BID"]) },
    regulator: { classes: ["REGULATORY"], fact: true, change: otherPartner("regulator_id", "subject_id") },
    subject: { classes: ["REGULATORY"], fact: true, change: otherPartner("subject_id", "regulator_id") },
    requestedAt: { classes: ["REGULATORY"], change: earlier("requested_at") },
    grantedUntil: { classes: ["REGULATORY"], change: farOff("granted_until") },
    closedAt: { classes: ["REGULATORY"], change: farOff("closed_at") },
    person: { classes: ["REGULATORY"], change: newText("person") },
  },
};

/** What of the trusted third party is secret. */
export const COMPLIANCE_TABLES: readonly SecretTable[] = [agreement, party, signature, request];

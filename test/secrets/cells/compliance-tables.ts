import { earlier, newText, oneOf } from "./changes.ts";
import { present, rowWith, type SecretTable, texts } from "./secret-table.ts";

const agreement: SecretTable = {
  name: "compliance.agreement",
  key: ["id"],
  rows: "AGREEMENT_EXISTENCE",
  facts: (row) => ({ owner: texts(row["party_ids"]), agreement: present(row["id"]) }),
  parts: {
    model: { classes: ["AGREEMENT_EXISTENCE"], change: oneOf("model", ["B2B", "B2B2B", "B2A", "B2C"]) },
    // The words of the clauses; what they grant is in the ledger, by which everybody's decisions are made.
    clauses: {
      classes: ["AGREEMENT_TERMS"],
      change: (row, dice) => ({ ...row, clauses: reworded(row["clauses"], () => dice.word()) }),
    },
    validFrom: { classes: ["AGREEMENT_TERMS"], change: earlier("valid_from") },
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
      change: (row, ...rest) =>
        row["decision"] === null ? undefined : oneOf("decision", ["APPROVE", "REJECT"])(row, ...rest),
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
    // What it opens is in the ledger, by which everybody's decisions are made.
    legalBasis: { classes: ["REGULATORY"], change: newText("legal_basis") },
    dataClasses: { classes: ["REGULATORY"], fact: true, change: () => undefined },
    person: { classes: ["REGULATORY"], change: newText("person") },
  },
};

/** What of the trusted third party is secret. */
export const COMPLIANCE_TABLES: readonly SecretTable[] = [agreement, party, signature, request];

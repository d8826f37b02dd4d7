import type { AgreementTerms } from "../propose/agreement-terms.ts";

/** Terms that Fabrica and Integra could sign. */
export const SAMPLE_TERMS: AgreementTerms = {
  model: "B2B2B",
  validFrom: "2026-01-01",
  validUntil: null,
  territories: ["FR"],
  productScope: [],
  parties: [
    { organization: "fabrica", role: "SUPPLIER", signatories: ["legal"] },
    { organization: "integra", role: "RESELLER", signatories: ["legal", "direction"] },
  ],
  clauses: [
    {
      type: "DATA_SHARING",
      code: "1",
      text: "Fabrica learns that a customer exists.",
      survivesTermination: false,
      from: "integra",
      to: "fabrica",
      dataClass: "CUSTOMER_EXISTENCE",
      level: "EXISTENCE",
      purpose: "Service",
    },
  ],
  essenceForDataSubjects: null,
};

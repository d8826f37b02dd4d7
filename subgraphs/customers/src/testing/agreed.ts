import { type AgreementsInForce, inForce, ledger } from "@maillon/schema/policy";
import { coOwned, ledgerWith, NOW, sharing, type Terms } from "@maillon/schema/testing";

/** The agreements of the chain with these clauses; a company's id is its name, as everywhere in these tests. */
export function agreed(terms: Terms): AgreementsInForce {
  const text = JSON.stringify(ledgerWith(terms)).replaceAll("org_conforma_", "");
  return inForce(ledger.parse(JSON.parse(text)), NOW);
}

/** Fabrica and Vega are joint controllers of common customers, and Vega shares their profiles with Fabrica. */
export const COMMON_CUSTOMERS: AgreementsInForce = agreed({
  clauses: {
    "fabrica-vega-integra": [
      coOwned(true),
      { ...sharing({ from: "vega", to: "fabrica" }, "CUSTOMER_PROFILE", "FULL"), code: "9" },
    ],
  },
});

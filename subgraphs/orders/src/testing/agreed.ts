import { type AgreementsInForce, inForce, ledger } from "@maillon/schema/policy";
import { ledgerWith, NOW, type Terms } from "@maillon/schema/testing";
import { idOf } from "./open-orders.ts";

/** The agreements of the chain with these clauses and territories, for the companies and agreements of a delivery. */
export function agreed(terms: Terms, territories: readonly string[] = []): AgreementsInForce {
  const { agreements, ...chain } = ledgerWith(terms);
  const renamed = agreements.map((each) => ({ ...each, id: idOf("agreements", each.id), territories }));
  const text = JSON.stringify({ ...chain, agreements: renamed });
  const named = text.replaceAll(/org_conforma_(\w+)/gu, (_, name: string) => idOf("companies", name));
  return inForce(ledger.parse(JSON.parse(named)), NOW);
}

import { type AgreementsInForce, openLedger } from "@maillon/schema/policy";

/** The roles of companies in the chain, by their ids. */
export type Companies = Readonly<Record<string, readonly string[]>>;

/** A chain in which these companies are known, and none grants another one anything. */
export function nothingAgreedBy(companies: Companies): AgreementsInForce {
  const known = Object.entries(companies).map(([id, kinds]) => ({ id, kinds: [...kinds], authorities: [] }));
  const nothing = { agreements: [], disclosures: [] };
  return openLedger({ sequence: 1, issuedAt: "2026-01-01T00:00:00Z", companies: known, ...nothing }).at(0);
}

/** A chain without agreements: a ledger that is known, and in which no company grants another one anything. */
export const NO_AGREEMENTS = nothingAgreedBy({});

import { compareDecimals } from "@maillon/subgraph-kit";
import type { Partnership } from "../price-list/partnership.ts";
import type { TierTerms } from "../price-list/price-tier.ts";

/** What a buyer brings to a price list. */
export interface BuyerTerms {
  readonly quantity: string;
  readonly commitmentMonths: number;
  /** The natures of partnership that the buyer has with the seller. */
  readonly partnerships: ReadonlySet<Partnership>;
}

/** The price that applies, and the tier that earned it; no tier when the list's basic price is as good. */
export interface ChosenPrice {
  readonly unitPrice: string;
  readonly tier: TierTerms | null;
}

/** The best price that the buyer reaches: all three conditions of a tier must hold. */
export function choosePrice(
  { unitPrice, tiers }: { unitPrice: string; tiers: readonly TierTerms[] },
  buyer: BuyerTerms,
): ChosenPrice {
  let best: ChosenPrice = { unitPrice, tier: null };
  for (const tier of tiers) {
    const cheaper = compareDecimals(tier.unitPrice, best.unitPrice) < 0;
    if (cheaper && reaches(tier, buyer)) best = { unitPrice: tier.unitPrice, tier };
  }
  return best;
}

function reaches(tier: TierTerms, { quantity, commitmentMonths, partnerships }: BuyerTerms): boolean {
  return (
    compareDecimals(quantity, tier.minimumQuantity) >= 0 &&
    commitmentMonths >= tier.minimumCommitmentMonths &&
    (tier.partnership === "NONE" || partnerships.has(tier.partnership))
  );
}

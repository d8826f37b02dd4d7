import type { Partnership } from "../price-list/partnership.ts";
import type { TierTerms } from "../price-list/price-tier.ts";
import { choosePrice } from "./choose-price.ts";

function tier(unitPrice: string, condition: Partial<Omit<TierTerms, "unitPrice">> = {}): TierTerms {
  return { minimumQuantity: "1", minimumCommitmentMonths: 0, partnership: "NONE", unitPrice, ...condition };
}

const volume = tier("75", { minimumQuantity: "100" });
const engaged = tier("70", { minimumQuantity: "100", minimumCommitmentMonths: 24 });
const integrators = tier("65", { minimumQuantity: "500", partnership: "INTEGRATOR" });
const dearer = tier("90");

describe("the price that applies", () => {
  test.each<[string, { quantity: string; months?: number; partnership?: Partnership }, string]>([
    ["the basic price below every volume", { quantity: "99.999" }, "80"],
    ["a volume's price from exactly that volume on", { quantity: "100.0" }, "75"],
    ["the volume's price when the engagement is too short", { quantity: "100", months: 23 }, "75"],
    ["the better price of a long engagement", { quantity: "100", months: 24 }, "70"],
    ["the volume's price when an engagement comes without the volume", { quantity: "99", months: 60 }, "80"],
    ["not that of another partnership", { quantity: "500", partnership: "RESELLER" }, "75"],
    ["that of the buyer's partnership", { quantity: "500", partnership: "INTEGRATOR" }, "65"],
    ["the best one of all that apply", { quantity: "500", months: 36, partnership: "INTEGRATOR" }, "65"],
  ])("is %s", (_, { quantity, months = 0, partnership = "NONE" }, unitPrice) => {
    const list = { unitPrice: "80", tiers: [volume, engaged, integrators, dearer] };
    const buyer = { quantity, commitmentMonths: months, partnerships: new Set([partnership]) };
    expect(choosePrice(list, buyer).unitPrice).toBe(unitPrice);
  });

  test("comes with the tier that earned it, or with none", () => {
    const buyer = { quantity: "100", commitmentMonths: 0, partnerships: new Set<Partnership>() };
    expect(choosePrice({ unitPrice: "80", tiers: [volume] }, buyer)).toEqual({
      unitPrice: "75",
      tier: volume,
    });
    expect(choosePrice({ unitPrice: "80", tiers: [dearer] }, buyer)).toEqual({ unitPrice: "80", tier: null });
  });

  test("is compared as a number, not as a text", () => {
    const buyer = { quantity: "20", commitmentMonths: 0, partnerships: new Set<Partnership>() };
    const list = { unitPrice: "10.5", tiers: [tier("9.75", { minimumQuantity: "3" })] };
    expect(choosePrice(list, buyer).unitPrice).toBe("9.75");
  });
});

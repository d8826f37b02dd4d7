import { badInput, byId, compareDecimals } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Company } from "../company/company.ts";
import { Product } from "../product/product.ts";
import type { PriceInput, PriceListInput, PriceTierInput } from "./price-list-input.ts";

/**
 * Checks what the fields of a price list say about each other and about what is stored.
 * @throws SubgraphError `BAD_USER_INPUT` that names the first field that is wrong.
 */
export async function checkPriceList(
  input: PriceListInput,
  sellerId: string,
  context: SubgraphContext,
): Promise<void> {
  checkTime(input);
  await checkBuyer(input, sellerId, context);
  checkAgreement(input, sellerId, context);
  checkEntriesOnce(input.entries);
  await checkProducts(input.entries, sellerId, context);
}

function checkTime({ validFrom, validUntil }: PriceListInput): void {
  const ended = validUntil instanceof Date && validUntil <= validFrom;
  if (ended) throw badInput("input.validUntil", "must be after `input.validFrom`");
}

async function checkBuyer(
  { kind, buyerId }: PriceListInput,
  sellerId: string,
  context: SubgraphContext,
): Promise<void> {
  if (kind === "GENERAL_TARIFF") {
    if (typeof buyerId === "string")
      throw badInput("input.buyerId", "must be absent: a general tariff is for every buyer");
    return;
  }
  if (typeof buyerId !== "string")
    throw badInput("input.buyerId", "is needed unless the list is the general tariff");
  if (buyerId === sellerId) throw badInput("input.buyerId", "must be another company");
  const buyer = await context.load(byId(Company), buyerId);
  if (buyer === null) throw badInput("input.buyerId", "is not a company of the chain");
}

/**
 * A hidden, an absent and another company's agreement get one answer. A list under an agreement of others would stay
 * wrong for ever: it would be told as theirs, and none of their clauses would reach it.
 */
function checkAgreement(
  { agreementId, buyerId }: PriceListInput,
  sellerId: string,
  { isAgreementOf }: SubgraphContext,
): void {
  if (typeof agreementId !== "string") return;
  const parties = typeof buyerId === "string" ? [sellerId, buyerId] : [sellerId];
  if (!isAgreementOf(agreementId, parties))
    throw badInput("input.agreementId", "is not a signed agreement between seller and buyer");
}

function checkEntriesOnce(entries: readonly PriceInput[]): void {
  const seen = new Set<string>();
  for (const [index, { productId, tiers }] of entries.entries()) {
    if (seen.has(productId)) throw badInput(`input.entries.${index}.productId`, "is on the list twice");
    seen.add(productId);
    checkTiersOnce(tiers ?? [], `input.entries.${index}.tiers`);
  }
}

function checkTiersOnce(tiers: readonly PriceTierInput[], path: string): void {
  for (const [index, tier] of tiers.entries()) {
    const twice = tiers.slice(0, index).some((earlier) => sameCondition(earlier, tier));
    if (twice) throw badInput(`${path}.${index}`, "repeats the condition of an earlier tier");
  }
}

function sameCondition(one: PriceTierInput, other: PriceTierInput): boolean {
  return (
    one.partnership === other.partnership &&
    one.minimumCommitmentMonths === other.minimumCommitmentMonths &&
    compareDecimals(one.minimumQuantity, other.minimumQuantity) === 0
  );
}

/** A hidden, an absent and another company's product get one answer. */
async function checkProducts(
  entries: readonly PriceInput[],
  sellerId: string,
  context: SubgraphContext,
): Promise<void> {
  const products = await Promise.all(entries.map(({ productId }) => context.load(byId(Product), productId)));
  const wrong = products.findIndex(
    (product) => product?.manufacturerId !== sellerId || product.status === "WITHDRAWN",
  );
  if (wrong !== -1)
    throw badInput(`input.entries.${wrong}.productId`, "is not a product that your company sells");
}

import { checkDecimal, type Viewer } from "@maillon/schema";
import {
  badInput,
  compareDecimals,
  type Money,
  SubgraphError,
  type SubgraphContext,
  sumMoney,
  timesMoney,
  whereIn,
} from "@maillon/subgraph-kit";
import { Offer } from "../offer/offer.ts";
import type { OrderInput } from "./order-input.ts";

/** A line with the price of the offer that it follows. */
export interface PricedLine {
  readonly productId: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: Money;
  readonly total: Money;
}

/** The lines of an order and what they cost in all. */
export interface PricedLines {
  readonly lines: readonly PricedLine[];
  readonly total: Money;
}

type Orderable = Offer & { readonly price: Money };

/**
 * Prices the lines by the seller's offers to the viewer's company, with one statement.
 * @throws SubgraphError `BAD_USER_INPUT` where the seller offers no such product to the company, `CONFLICT` where it
 * cannot be ordered at the moment; both name the line.
 */
export async function priceLines(
  { sellerId, lines }: OrderInput,
  { em, viewer }: SubgraphContext,
): Promise<PricedLines> {
  const productIds = lines.map(({ productId }) => productId);
  const offers = await em.find(Offer, { $and: [{ sellerId }, whereIn<Offer>("productId", productIds)] });
  const made = offers.filter((offer) => isMadeTo(offer, viewer));
  const offersOf = Map.groupBy(made, ({ productId }) => productId);
  const priced = lines.map(({ productId, quantity }, place) => {
    const { unit, price } = orderableOf(offersOf.get(productId) ?? [], `input.lines.${place}.productId`);
    return { productId, quantity, unit, unitPrice: price, total: timesMoney(price, quantity) };
  });
  for (const [place, { total }] of priced.entries()) checkSize(`input.lines.${place}.quantity`, total);
  return { lines: priced, total: totalOf(priced) };
}

/** An agreement or a disclosure request may let a company read offers that are not for it. */
function isMadeTo({ published, audience }: Offer, viewer: Viewer): boolean {
  return published || (viewer.kind === "company" && audience.includes(viewer.organization));
}

/** Same answer when there is no offer and when it is made to others: two would tell whom a seller courts. */
function orderableOf(offers: readonly Offer[], argument: string): Orderable {
  if (offers.length === 0) throw badInput(argument, "is not offered to your company by this seller");
  const [best] = offers.filter(isOrderable).toSorted(byPreference);
  if (best !== undefined) return best;
  throw new SubgraphError("CONFLICT", { detail: `"${argument}" cannot be ordered at the moment.`, argument });
}

/** An offer without a price is one to ask about. */
function isOrderable(offer: Offer): offer is Orderable {
  return offer.available && offer.price !== null;
}

/** What was offered to the company by name comes before what everybody is offered; then the lower price. */
function byPreference(one: Orderable, other: Orderable): number {
  if (one.published !== other.published) return one.published ? 1 : -1;
  return compareDecimals(one.price.amount, other.price.amount);
}

function totalOf(lines: readonly PricedLine[]): Money {
  const [currencyCode = "", ...others] = new Set(lines.map(({ total }) => total.currencyCode));
  if (others.length > 0)
    throw badInput("input.lines", "has products that are offered in different currencies");
  const total = sumMoney(
    lines.map((line) => line.total),
    currencyCode,
  );
  checkSize("input.lines", total);
  return total;
}

/** Amounts stay exact, so a quantity with many digits could make one that no other company could store. */
function checkSize(argument: string, { amount }: Money): void {
  if (!checkDecimal(amount).ok) throw badInput(argument, "makes an amount with too many digits");
}

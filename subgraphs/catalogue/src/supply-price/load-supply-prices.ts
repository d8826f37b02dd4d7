import { byId, Money, whereIn } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Company } from "../company/company.ts";
import { partnershipsOf } from "../company/trade.ts";
import type { Partnership } from "../price-list/partnership.ts";
import { PriceList } from "../price-list/price-list.ts";
import { PriceTier } from "../price-list/price-tier.ts";
import { Price } from "../price-list/price.ts";
import { choosePrice } from "./choose-price.ts";
import { SupplyPrice } from "./supply-price.ts";

/** One question for a supply price. */
export interface SupplyPriceQuestion {
  readonly productId: string;
  readonly manufacturerId: string;
  readonly quantity: string;
  readonly commitmentMonths: number;
  /** Only prices in this currency; absent means any. */
  readonly currencyCode?: string | undefined;
}

type Answer = SupplyPrice | null;

/**
 * Answers any number of questions with three statements: the buyer's roles, the lists in force for her, their prices
 * of the products. A list made for the buyer comes before the general tariff, a later one before an earlier one.
 */
export async function loadSupplyPrices(
  questions: readonly SupplyPriceQuestion[],
  context: SubgraphContext,
): Promise<Answer[]> {
  const { viewer } = context;
  if (viewer.kind !== "company") return questions.map(() => null);
  const lists = await listsInForce(viewer.organization, context);
  const [prices, partnerships] = await Promise.all([
    pricesOn(lists, questions, context),
    partnershipsOfViewer(viewer.organization, context),
  ]);
  return questions.map((question) => answer(question, { lists, prices, partnerships }));
}

/** The lists that apply now and are made for the buyer or for everyone, the most specific and latest one first. */
async function listsInForce(buyerId: string, { em, now }: SubgraphContext): Promise<PriceList[]> {
  const lists = await em.find(
    PriceList,
    {
      validFrom: { $lte: now },
      $and: [
        { $or: [{ validUntil: null }, { validUntil: { $gt: now } }] },
        { $or: [{ buyerId }, { kind: "GENERAL_TARIFF" }] },
      ],
    },
    { orderBy: [{ validFrom: "desc" }, { id: "asc" }] },
  );
  const [own, general] = [
    lists.filter((list) => list.buyerId !== null),
    lists.filter((list) => list.buyerId === null),
  ];
  return [...own, ...general];
}

/** The prices by list and product. */
async function pricesOn(
  lists: readonly PriceList[],
  questions: readonly SupplyPriceQuestion[],
  { em }: SubgraphContext,
): Promise<ReadonlyMap<string, Price>> {
  const productIds = [...new Set(questions.map(({ productId }) => productId))];
  const onLists = whereIn<Price>(
    "priceListId",
    lists.map(({ id }) => id),
  );
  const prices = await em.find(Price, { $and: [onLists, whereIn<Price>("productId", productIds)] });
  return new Map(prices.map((price) => [placeOf(price.priceListId, price.productId), price]));
}

async function partnershipsOfViewer(
  organization: string,
  context: SubgraphContext,
): Promise<ReadonlySet<Partnership>> {
  const company = await context.load(byId(Company), organization);
  return partnershipsOf(company?.roles ?? []);
}

function answer(
  question: SupplyPriceQuestion,
  known: {
    lists: readonly PriceList[];
    prices: ReadonlyMap<string, Price>;
    partnerships: ReadonlySet<Partnership>;
  },
): Answer {
  const { productId, manufacturerId, currencyCode } = question;
  for (const list of known.lists) {
    const price = known.prices.get(placeOf(list.id, productId));
    const rightCurrency = currencyCode === undefined || list.currencyCode === currencyCode;
    if (price !== undefined && rightCurrency && list.sellerId === manufacturerId) {
      return priceOn(list, price, { ...question, partnerships: known.partnerships });
    }
  }
  return null;
}

function priceOn(list: PriceList, price: Price, buyer: Parameters<typeof choosePrice>[1]): SupplyPrice {
  const { currencyCode, validUntil } = list;
  const { unitPrice, tier } = choosePrice({ unitPrice: price.amount, tiers: price.terms }, buyer);
  return SupplyPrice.of({
    unitPrice: Money.of(unitPrice, currencyCode),
    priorPrice: price.priorAmount === null ? null : Money.of(price.priorAmount, currencyCode),
    appliedTier: tier === null ? null : PriceTier.of(tier, currencyCode),
    priceList: list,
    validUntil,
  });
}

function placeOf(priceListId: string, productId: string): string {
  return `${priceListId} ${productId}`;
}

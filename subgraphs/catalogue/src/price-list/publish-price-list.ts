import type { SubgraphContext } from "@maillon/subgraph-kit";
import { newId, SUBGRAPHS } from "@maillon/schema";
import type { EntityManager } from "@mikro-orm/core";
import { requireManufacturer } from "../company/require-manufacturer.ts";
import { checkPriceList } from "./check-price-list.ts";
import type { PriceInput, PriceListInput } from "./price-list-input.ts";
import { PriceList } from "./price-list.ts";
import { Price } from "./price.ts";

/**
 * Publishes a list: from its first day on it takes the place of the list of the same kind, buyer and currency that was
 * in force until then, whose prices it shows as prior prices. All of it happens, or nothing.
 * @throws SubgraphError `FORBIDDEN` to anyone but a manufacturer's role `pricing`; `BAD_USER_INPUT`.
 */
export async function publishPriceList(input: PriceListInput, context: SubgraphContext): Promise<PriceList> {
  const sellerId = await requireManufacturer("pricing", context);
  await checkPriceList(input, sellerId, context);
  const published = await context.em.transactional(async (em) => {
    const list = listOf(input, sellerId);
    const prior = await endPredecessor(list, em);
    em.persist(list);
    // The row rule of prices looks at their list, which therefore has to be stored first.
    await em.flush();
    await em.insertMany(
      Price,
      input.entries.map((entry) => priceOf(entry, list, prior)),
    );
    return list;
  });
  context.forget();
  return published;
}

function listOf({ kind, buyerId, agreementId, ...input }: PriceListInput, sellerId: string): PriceList {
  const { currencyCode, validFrom, validUntil } = input;
  return PriceList.of({
    id: newId("prl", SUBGRAPHS.catalogue.operator),
    kind,
    sellerId,
    buyerId: buyerId ?? null,
    agreementId: agreementId ?? null,
    currencyCode,
    validFrom,
    validUntil: validUntil ?? null,
  });
}

/** Ends the list that is in force when the new one begins, and gives its prices by product. */
async function endPredecessor(list: PriceList, em: EntityManager): Promise<ReadonlyMap<string, string>> {
  const { kind, sellerId, buyerId, currencyCode, validFrom } = list;
  const predecessor = await em.findOne(
    PriceList,
    {
      kind,
      sellerId,
      buyerId,
      currencyCode,
      validFrom: { $lt: validFrom },
      $or: [{ validUntil: null }, { validUntil: { $gt: validFrom } }],
    },
    { orderBy: [{ validFrom: "desc" }, { id: "asc" }] },
  );
  if (predecessor === null) return new Map();
  predecessor.validUntil = validFrom;
  const prices = await em.find(Price, { priceListId: predecessor.id });
  return new Map(prices.map(({ productId, amount }) => [productId, amount]));
}

function priceOf(
  { productId, unitPrice, tiers }: PriceInput,
  { id: priceListId }: PriceList,
  prior: ReadonlyMap<string, string>,
): Price {
  const terms = (tiers ?? []).map((tier) => ({ ...tier }));
  return Price.of({
    priceListId,
    productId,
    amount: unitPrice,
    priorAmount: prior.get(productId) ?? null,
    terms,
  });
}

import type { ImportTools } from "@maillon/subgraph-kit";
import type { PriceListRecord } from "@maillon/schema/exchange";
import { PriceList } from "../price-list/price-list.ts";
import type { PriceListRow } from "../price-list/price-list.ts";
import { Price } from "../price-list/price.ts";

/** Stores price lists; the prices of a list are those of its record and no others. */
export async function importPriceLists(
  records: readonly PriceListRecord[],
  tools: ImportTools,
): Promise<void> {
  const { em, idOf } = tools;
  const lists = records.map((record) => listOf(record, tools));
  await em.upsertMany(PriceList, lists);
  await em.nativeDelete(Price, { priceListId: { $in: lists.map(({ id }) => id) } });
  const prices = records.flatMap(({ key, entries }) =>
    entries.map((entry) => ({
      priceListId: idOf("price-lists", key),
      productId: idOf("products", entry.product),
      amount: entry.unitPrice,
      priorAmount: entry.priorPrice ?? null,
      terms: entry.tiers,
    })),
  );
  await em.insertMany(Price, prices);
}

function listOf(record: PriceListRecord, { idOf }: ImportTools): PriceListRow {
  const { key, kind, seller, buyer, agreement, currency, validFrom, validUntil } = record;
  return {
    id: idOf("price-lists", key),
    kind,
    sellerId: idOf("companies", seller),
    buyerId: buyer === undefined ? null : idOf("companies", buyer),
    agreementId: agreement === undefined ? null : idOf("agreements", agreement),
    currencyCode: currency,
    validFrom: new Date(validFrom),
    validUntil: validUntil === undefined ? null : new Date(validUntil),
  };
}

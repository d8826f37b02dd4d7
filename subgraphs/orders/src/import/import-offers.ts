import type { ExchangeRecord, IdOf } from "@maillon/schema/exchange";
import type { Importer } from "@maillon/subgraph-kit";
import { Offer } from "../offer/offer.ts";

/** Stores offers by their derived ids. */
export const importOffers: Importer<"offers"> = async (records, { em, idOf }) => {
  await em.upsertMany(
    Offer,
    records.map((record) => rowOf(record, idOf)),
  );
};

function rowOf(record: ExchangeRecord<"offers">, idOf: IdOf) {
  const { key, product, seller, price, priorPrice, unit, available, stock, leadTime, territories, audience } =
    record;
  return {
    id: idOf("offers", key),
    productId: idOf("products", product),
    sellerId: idOf("companies", seller),
    priceAmount: price?.amount ?? null,
    currencyCode: price?.currency ?? null,
    priorAmount: priorPrice?.amount ?? null,
    unit,
    available,
    stock: stock ?? null,
    leadTime: leadTime ?? null,
    territories,
    published: audience === "PUBLIC",
    audience: audience === "PUBLIC" ? [] : audience.map((company) => idOf("companies", company)),
  };
}

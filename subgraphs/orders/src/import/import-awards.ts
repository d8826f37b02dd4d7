import type { ExchangeRecord, IdOf } from "@maillon/schema/exchange";
import type { Importer } from "@maillon/subgraph-kit";
import { Award } from "../award/award.ts";

/** Stores awards by their derived ids. */
export const importAwards: Importer<"awards"> = async (records, { em, idOf }) => {
  await em.upsertMany(
    Award,
    records.map((record) => rowOf(record, idOf)),
  );
};

function rowOf(record: ExchangeRecord<"awards">, idOf: IdOf) {
  const { key, buyer, holders, object, cpv, procedure, total, order } = record;
  return {
    id: idOf("awards", key),
    buyerId: idOf("companies", buyer),
    holderIds: holders.map((holder) => idOf("companies", holder)),
    object,
    cpv: cpv ?? null,
    procedure,
    totalAmount: total.amount,
    currencyCode: total.currency,
    durationMonths: record.durationMonths,
    notifiedAt: record.notifiedAt,
    publishedAt: record.publishedAt ?? null,
    bidsReceived: record.bidsReceived ?? null,
    orderId: order === undefined ? null : idOf("orders", order),
  };
}

import type { Mask } from "@maillon/subgraph-kit";
import { TARIFF_CATEGORIES } from "../company/trade.ts";

/** What decides who sees a price list, or a price on it, in terms of the columns of `list`. */
export function listFacts(list: string) {
  const categories = TARIFF_CATEGORIES.map((category) => `'${category}'`).join(", ");
  return {
    owner: { sql: `${list}.seller_id`, holds: "one" },
    seller: { sql: `${list}.seller_id`, holds: "one" },
    buyer: { sql: `${list}.buyer_id`, holds: "one" },
    category: {
      sql: `case when ${list}.kind = 'GENERAL_TARIFF' then array[${categories}] end`,
      holds: "many",
    },
  } satisfies Mask["facts"];
}

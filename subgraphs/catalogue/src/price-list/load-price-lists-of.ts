import { type SubgraphContext, whereIn } from "@maillon/subgraph-kit";
import { PriceList } from "./price-list.ts";

/** The lists at which each company sells or buys, with one statement for all of them. */
export async function loadPriceListsOf(
  companyIds: readonly string[],
  { em }: SubgraphContext,
): Promise<PriceList[][]> {
  const lists = await em.find(
    PriceList,
    { $or: [whereIn<PriceList>("sellerId", companyIds), whereIn<PriceList>("buyerId", companyIds)] },
    { orderBy: [{ validFrom: "desc" }, { id: "asc" }] },
  );
  return companyIds.map((id) => lists.filter(({ sellerId, buyerId }) => sellerId === id || buyerId === id));
}

import type { RowRule } from "@maillon/subgraph-kit";
import { tariffIsDue } from "../company/trade.ts";

/**
 * A list is its seller's and its buyer's; a general tariff is also that of every company to which it is due.
 * One buyer's negotiated prices never reach another one (the second rule of the floor). Whether a clause of
 * its seller opens anything of a list to a third company is for the mask to decide.
 */
export const priceListRows: RowRule = (row, viewer) =>
  `${row}.seller_id = ${viewer.organization}
    or ${row}.buyer_id = ${viewer.organization}
    or ${row}.seller_id = any(${viewer.grantors})
    or (${row}.kind = 'GENERAL_TARIFF' and ${tariffIsDue(row, viewer)})`;

/** Only the seller sets prices. */
export const ownPriceLists: RowRule = (row, viewer) => `${row}.seller_id = ${viewer.organization}`;

/** A price is read by whoever reads its list. */
export const priceRows: RowRule = (row, viewer) =>
  `exists (select from price_list list where list.id = ${row}.price_list_id and (${priceListRows("list", viewer)}))`;

/** A price is set by whoever sets its list. */
export const ownPrices: RowRule = (row, viewer) =>
  `exists (select from price_list list where list.id = ${row}.price_list_id and ${ownPriceLists("list", viewer)})`;

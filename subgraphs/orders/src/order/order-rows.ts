import type { RowRule } from "@maillon/subgraph-kit";

/**
 * An order is its parties': seller, buyer, intermediary, and the consumer who bought; and possibly of those to whom its
 * seller opened something by an agreement. A brand is one where goods are
 * sold to consumers under its own name by agreement (B2B2C); a manufacturer whose goods are merely resold is none.
 */
export const orderRows: RowRule = (row, { organization, customers, grantors }) =>
  [
    `${row}.seller_id = ${organization}`,
    `${row}.buyer_id = ${organization}`,
    `${row}.intermediary_id = ${organization}`,
    `(${row}.sold_under_brand_of_id = ${organization} and ${row}.model = 'B2B2C')`,
    `${row}.customer_id = any(${customers})`,
    // What of them a clause of the seller shows, if anything, is for the mask to decide.
    `${row}.seller_id = any(${grantors})`,
  ].join(" or ");

/** Only a buyer places orders; nobody else may write one, and nobody may change one in place. */
export const placedRows: RowRule = (row, { organization }) => `${row}.buyer_id = ${organization}`;

/** Whoever may read an order may read the rows that belong to it. */
export const partOfOrderRows: RowRule = (row, viewer) => partOf(row, orderRows("whole", viewer));

/** Parts are placed together with their order. */
export const placedPartRows: RowRule = (row, viewer) => partOf(row, placedRows("whole", viewer));

function partOf(row: string, rule: string): string {
  return `exists (select from trade_order whole where whole.id = ${row}.order_id and (${rule}))`;
}

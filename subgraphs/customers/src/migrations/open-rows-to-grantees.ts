import { Migration } from "@mikro-orm/migrations";
import { inForce, ownerFunction } from "./owner-function.ts";

/** What the row rules ask about buyers, and about holders who opened something to the viewer's company. */
export class OpenRowsToGrantees extends Migration {
  override up(): void {
    for (const sql of functions) this.addSql(sql);
  }
}

const functions = [
  ownerFunction(
    "buys(company text, relation text) returns boolean",
    "select exists (select from customer where id = relation and organization_id = company)",
  ),
  ownerFunction(
    "held_by_any(holders text[], relation text) returns boolean",
    `select exists (select from customer_holding holding where holding.customer_id = relation
      and holding.organization_id = any(holders) and ${inForce("holding")})`,
  ),
  // Who a customer is may be hidden from its own holder while there is no basis; that it is held already is not.
  `create function is_own_customer(company text, address text) returns boolean
    language sql stable security definer set search_path from current as $$
      select exists (
        select from customer join customer_holding holding on holding.customer_id = customer.id
         where holding.organization_id = nullif(current_setting('maillon.organization', true), '')
           and holding.role <> 'INTERMEDIARY' and ${inForce("holding")}
           and (customer.organization_id = company
                or customer.person_id in (select person_id from person_identity where email_key = lower(address)))) $$`,
];

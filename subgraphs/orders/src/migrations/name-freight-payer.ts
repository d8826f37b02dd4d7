import { Migration } from "@mikro-orm/migrations";

/** Has each shipment name who pays its freight: a fact of its own, which only the payer may read. */
export class NameFreightPayer extends Migration {
  override up(): void {
    this.addSql("alter table shipment add column freight_payer_id text");
    // Under these Incoterms the buyer pays the main carriage (Incoterms 2020); without one the seller does.
    this.addSql(`update shipment set freight_payer_id = case
      when whole.incoterm in ('EXW', 'FCA', 'FAS', 'FOB') then coalesce(whole.buyer_id, whole.customer_id)
      else whole.seller_id end from trade_order whole where whole.id = shipment.order_id`);
    this.addSql("alter table shipment alter column freight_payer_id set not null");
  }
}

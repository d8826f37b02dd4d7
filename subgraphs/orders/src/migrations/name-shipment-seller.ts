import { Migration } from "@mikro-orm/migrations";

/** Has each shipment name its seller: a carrier may know who sends it, but not the order that would tell. */
export class NameShipmentSeller extends Migration {
  override up(): void {
    this.addSql("alter table shipment add column seller_id text");
    this.addSql(
      "update shipment set seller_id = whole.seller_id from trade_order whole where whole.id = shipment.order_id",
    );
    this.addSql("alter table shipment alter column seller_id set not null");
  }
}

import { Migration } from "@mikro-orm/migrations";

/** Has orders and offers name countries, without which no clause that is limited to territories reaches them. */
export class NameTerritories extends Migration {
  override up(): void {
    const country = "'^[A-Z]{2}$'";
    this.addSql(`alter table trade_order add column destination text check (destination ~ ${country})`);
    this.addSql("alter table offer add column territories text[] not null default '{}'");
  }
}

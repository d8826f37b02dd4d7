import { Migration } from "@mikro-orm/migrations";

/** Has customers name their country, without which no clause that is limited to territories reaches them. */
export class NameCountries extends Migration {
  override up(): void {
    this.addSql("alter table customer add column country text check (country ~ '^[A-Z]{2}$')");
  }
}

import { replaceRowSecurity } from "@maillon/subgraph-kit";
import { Migration } from "@mikro-orm/migrations";
import { ordersSecurity } from "./orders-security.ts";

/** Lets statements ask once who the viewer is, so that strangers need not wait until all orders were looked at. */
export class AskSessionOnce extends Migration {
  override up(): void {
    for (const sql of ordersSecurity.flatMap((each) => replaceRowSecurity(each))) this.addSql(sql);
  }
}

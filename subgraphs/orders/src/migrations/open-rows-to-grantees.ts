import { replaceRowSecurity } from "@maillon/subgraph-kit";
import { Migration } from "@mikro-orm/migrations";
import { ordersSecurity } from "./orders-security.ts";

/** Lets the masks decide on the rows of sellers who opened something to the viewer's company by an agreement. */
export class OpenRowsToGrantees extends Migration {
  override up(): void {
    for (const each of ordersSecurity) {
      for (const statement of replaceRowSecurity(each)) this.addSql(statement);
    }
  }
}

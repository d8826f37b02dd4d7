import { replaceRowSecurity } from "@maillon/subgraph-kit";
import { Migration } from "@mikro-orm/migrations";
import { customersSecurity } from "./customers-security.ts";

/** Lets statements ask once who the viewer is, instead of once for each row. */
export class AskSessionOnce extends Migration {
  override up(): void {
    for (const sql of customersSecurity.flatMap((each) => replaceRowSecurity(each))) this.addSql(sql);
  }
}

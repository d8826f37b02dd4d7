import { replaceRowSecurity } from "@maillon/subgraph-kit";
import { Migration } from "@mikro-orm/migrations";
import { customersSecurity } from "./customers-security.ts";

/** Lets a company that registers a consumer say what her data are used for. */
export class AddConsents extends Migration {
  override up(): void {
    const consents = customersSecurity.filter(({ table }) => table === "consent");
    for (const sql of consents.flatMap(replaceRowSecurity)) this.addSql(sql);
  }
}

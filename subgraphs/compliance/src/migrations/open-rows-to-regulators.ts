import { replaceRowSecurity } from "@maillon/subgraph-kit";
import { Migration } from "@mikro-orm/migrations";
import {
  agreementRows,
  agreementWriting,
  partyRows,
  partyWriting,
  signatureRows,
  signatureWriting,
} from "../agreement/agreement-rows.ts";

/** Lets the masks decide what regulators find of agreements; parties still write alone. */
export class OpenRowsToRegulators extends Migration {
  override up(): void {
    const tables = [
      { table: "agreement", read: agreementRows, write: agreementWriting },
      { table: "agreement_party", read: partyRows, write: partyWriting },
      { table: "agreement_signature", read: signatureRows, write: signatureWriting },
    ];
    for (const sql of tables.flatMap((table) => replaceRowSecurity(table))) this.addSql(sql);
  }
}

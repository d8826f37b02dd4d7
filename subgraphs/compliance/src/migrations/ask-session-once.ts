import { everyRow, noRow, replaceRowSecurity } from "@maillon/subgraph-kit";
import { Migration } from "@mikro-orm/migrations";
import {
  agreementRows,
  agreementWriting,
  partyRows,
  partyWriting,
  signatureRows,
  signatureWriting,
} from "../agreement/agreement-rows.ts";
import { disclosureRows, disclosureWriting } from "../disclosure/disclosure-rows.ts";

/** Lets statements ask once who the viewer is, instead of once for each row. */
export class AskSessionOnce extends Migration {
  override up(): void {
    for (const sql of securities.flatMap((each) => replaceRowSecurity(each))) this.addSql(sql);
  }
}

const securities = [
  { table: "organization", read: everyRow, write: noRow },
  { table: "registration", read: everyRow, write: noRow },
  { table: "agreement", read: agreementRows, write: agreementWriting },
  { table: "agreement_party", read: partyRows, write: partyWriting },
  { table: "agreement_signature", read: signatureRows, write: signatureWriting },
  { table: "disclosure_request", read: disclosureRows, write: disclosureWriting },
];

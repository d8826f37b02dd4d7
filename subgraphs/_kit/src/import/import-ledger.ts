import { createHash } from "node:crypto";
import type { SqlEntityManager } from "@mikro-orm/postgresql";

/** One record as the ledger knows it. */
export interface LedgerEntry {
  readonly id: string;
  /** Hash of the line that it was read from. */
  readonly hash: string;
}

/**
 * Notes which line each record was last stored from. A line that did not change is skipped: a second import is quick
 * and does not undo what was changed through the API since.
 */
export const importLedger = {
  async prepare(em: SqlEntityManager): Promise<void> {
    await em.execute("create table if not exists import_ledger (id text primary key, hash text not null)");
  },

  hashOf(line: string): string {
    return createHash("sha256").update(line).digest("base64url");
  },

  /** The ids among the entries that were stored from the very same line before. */
  async unchangedAmong(em: SqlEntityManager, entries: readonly LedgerEntry[]): Promise<Set<string>> {
    const rows: { id: string }[] = await em.execute(
      "select ledger.id from import_ledger ledger join jsonb_to_recordset(?::jsonb) as entry(id text, hash text) on entry.id = ledger.id and entry.hash = ledger.hash",
      [JSON.stringify(entries)],
    );
    return new Set(rows.map(({ id }) => id));
  },

  async note(em: SqlEntityManager, entries: readonly LedgerEntry[]): Promise<void> {
    await em.execute(
      "insert into import_ledger (id, hash) select id, hash from jsonb_to_recordset(?::jsonb) as entry(id text, hash text) on conflict (id) do update set hash = excluded.hash",
      [JSON.stringify(entries)],
    );
  },
};

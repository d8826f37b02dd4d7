import { Migration } from "@mikro-orm/migrations";

/** An agreement counts in the ledger from its last signature on; proposals concern nobody but their parties. */
const COUNTS = "signed_at is not null";

/**
 * The ledger as others hold it: a sequence that grows in the very transaction of every change, and one function that
 * reads all of it. Requests run as a role that sees only the viewer's own agreements; the functions run as the owner.
 */
export class PublishLedger extends Migration {
  override up(): void {
    this.countChanges();
    this.noteChanges();
    this.readWhole();
  }

  private countChanges(): void {
    this.addSql(`create table ledger_state (
      one boolean primary key default true check (one),
      sequence bigint not null,
      changed_in xid8
    )`);
    this.addSql("insert into ledger_state (sequence) values (1)");
    // One step a transaction, however many rows it changes; whoever listens hears of it once it is committed.
    this.addSql(`create function note_ledger_change() returns trigger
      language plpgsql security definer set search_path from current as $$ begin
        update ledger_state set sequence = sequence + 1, changed_in = pg_current_xact_id()
         where changed_in is distinct from pg_current_xact_id();
        perform pg_notify('ledger', '');
        return null;
      end $$`);
  }

  /**
   * The triggers wait for the end of the transaction. Its step in the sequence is then the last lock it takes, so that
   * two transactions cannot wait for each other, and the order of steps is the order in which changes become visible.
   */
  private noteChanges(): void {
    const agreement = { table: "agreement", when: `new.${COUNTS}`, changed: "old is distinct from new" };
    const organization = {
      table: "organization",
      when: "true",
      changed: "old.roles is distinct from new.roles",
    };
    for (const { table, when, changed } of [agreement, organization]) {
      const trigger = (event: string, condition: string) => `
        create constraint trigger note_${event}_in_ledger after ${event} on ${table}
          deferrable initially deferred for each row when (${condition}) execute function note_ledger_change()`;
      this.addSql(trigger("insert", when));
      this.addSql(trigger("update", `${when} and ${changed}`));
      this.addSql(trigger("delete", when.replace("new.", "old.")));
    }
  }

  private readWhole(): void {
    this.addSql(`create function ledger_sequence() returns bigint
      language sql stable security definer set search_path from current
      as $$ select sequence from ledger_state $$`);
    // One statement, and so one state of all tables: what it reads is exactly what its sequence stands for.
    this.addSql(`create function ledger_rows() returns jsonb
      language sql stable security definer set search_path from current as $$
        select jsonb_build_object(
          'sequence', (select sequence from ledger_state),
          'companies', coalesce((
            select jsonb_agg(jsonb_build_object('id', id, 'kinds', roles) order by id) from organization), '[]'),
          'agreements', coalesce((
            select jsonb_agg(to_jsonb(a) || jsonb_build_object('parties', p.parties, 'replaced_on', (
                select greatest(next.valid_from, (next.signed_at at time zone 'UTC')::date) from agreement next
                 where next.supersedes_id = a.id and next.${COUNTS})) order by a.id)
              from agreement a cross join lateral (
                select jsonb_agg(jsonb_build_object('company', organization_id, 'role', role,
                                                    'signed_at', signed_at) order by position) as parties
                  from agreement_party where agreement_id = a.id) p
             where a.${COUNTS}), '[]'))
      $$`);
  }
}

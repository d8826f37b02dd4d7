import { Migration } from "@mikro-orm/migrations";

/**
 * What the law puts regulators in charge of, and their disclosure requests; both are told in the ledger. That what was
 * asked never changes, and that a request once closed stays so, holds here, too, whatever a program gets wrong.
 */
export class RequestDisclosures extends Migration {
  override up(): void {
    this.nameAuthorities();
    this.createRequests();
    this.noteChanges();
    this.readWhole();
  }

  private nameAuthorities(): void {
    this.addSql(`alter table organization add column authorities text[] not null default '{}'
      check (authorities <@ '{TAX,DATA_PROTECTION,COMPETITION}')`);
    this.addSql(`alter table organization add constraint only_regulators_have_authorities
      check (authorities = '{}' or 'REGULATOR' = any(roles))`);
  }

  private createRequests(): void {
    this.addSql(`create table disclosure_request (
      id text primary key,
      regulator_id text not null references organization,
      subject_id text not null references organization check (subject_id <> regulator_id),
      legal_basis text not null check (legal_basis <> ''),
      data_classes text[] not null check (cardinality(data_classes) > 0),
      requested_at timestamptz not null,
      granted_until date not null,
      closed_at timestamptz check (closed_at >= requested_at),
      person text not null
    )`);
    this.addSql("create index disclosure_request_regulator on disclosure_request (regulator_id)");
    this.addSql("create index disclosure_request_subject on disclosure_request (subject_id)");
    this.addSql(`create function keep_disclosure_request() returns trigger language plpgsql as $$ begin
      if to_jsonb(new) - 'closed_at' <> to_jsonb(old) - 'closed_at' or old.closed_at is not null then
        raise exception 'A disclosure request is only closed, and once.' using errcode = 'check_violation';
      end if;
      return new;
    end $$`);
    this.addSql(`create trigger keep_disclosure_request before update on disclosure_request
      for each row execute function keep_disclosure_request()`);
  }

  private noteChanges(): void {
    const note = (event: string, table: string) => `
      create constraint trigger note_${event.replaceAll(" ", "_")}_in_ledger after ${event} on ${table}
        deferrable initially deferred for each row`;
    this.addSql(`${note("insert or update", "disclosure_request")} execute function note_ledger_change()`);
    this.addSql(`${note("update of authorities", "organization")}
      when (old.authorities is distinct from new.authorities) execute function note_ledger_change()`);
  }

  /** As before, with authorities and requests. One statement, and so one state of all tables. */
  private readWhole(): void {
    this.addSql("alter function ledger_rows() rename to ledger_agreement_rows");
    this.addSql(`create function ledger_rows() returns jsonb
      language sql stable security definer set search_path from current as $$
        select ledger_agreement_rows() || jsonb_build_object(
          'companies', coalesce((
            select jsonb_agg(jsonb_build_object('id', id, 'kinds', roles, 'authorities', authorities) order by id)
              from organization), '[]'),
          'disclosures', coalesce((
            select jsonb_agg(to_jsonb(r) - 'person' order by id) from disclosure_request r), '[]'))
      $$`);
  }
}

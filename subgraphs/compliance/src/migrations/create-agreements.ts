import { Migration } from "@mikro-orm/migrations";

/** What may be written about an agreement after it was proposed; everything else is what the parties sign. */
const OUTCOME = "'{draft,suspended,signed_at,refused_at,terminated_on,termination_reason}'::text[]";

/**
 * The ledger of agreements. That terms never change, that decisions are final and that nothing is both signed and
 * refused holds here, too, whatever a program gets wrong.
 */
export class CreateAgreements extends Migration {
  override up(): void {
    this.createTables();
    this.keepWhatIsFinal();
  }

  private createTables(): void {
    this.addSql(`create table agreement (
      id text primary key,
      model text not null,
      version integer not null check (version > 0),
      supersedes_id text references agreement,
      valid_from date not null,
      valid_until date check (valid_until > valid_from),
      territories text[] not null,
      product_scope text[] not null,
      clauses jsonb not null,
      essence_for_data_subjects text,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      previous_sha256 text,
      party_ids text[] not null check (cardinality(party_ids) > 1),
      proposed_by_id text references organization,
      draft boolean not null,
      suspended boolean not null,
      signed_at timestamptz,
      refused_at timestamptz,
      terminated_on date,
      termination_reason text,
      constraint signed_or_refused check (signed_at is null or refused_at is null)
    )`);
    this.addSql("create index agreement_parties on agreement using gin (party_ids)");
    this.addSql(`create unique index agreement_has_one_successor on agreement (supersedes_id)
      where refused_at is null`);
    this.addSql(`create table agreement_party (
      agreement_id text not null references agreement,
      organization_id text not null references organization,
      position integer not null,
      role text not null,
      signed_at timestamptz,
      primary key (agreement_id, organization_id)
    )`);
    this.addSql(`create table agreement_signature (
      agreement_id text not null,
      organization_id text not null,
      signatory text not null,
      decision text check (decision in ('APPROVE', 'REJECT')),
      person text,
      at timestamptz,
      primary key (agreement_id, organization_id, signatory),
      foreign key (agreement_id, organization_id) references agreement_party,
      constraint decided_at_some_time check ((decision is null) = (at is null))
    )`);
  }

  private keepWhatIsFinal(): void {
    this.addSql(`create function keep_agreement() returns trigger language plpgsql as $$ begin
      if to_jsonb(new) - ${OUTCOME} <> to_jsonb(old) - ${OUTCOME} then
        raise exception 'The terms of an agreement never change.' using errcode = 'check_violation';
      elsif old.signed_at <> new.signed_at or (old.signed_at is not null and new.signed_at is null)
         or old.refused_at <> new.refused_at or (old.refused_at is not null and new.refused_at is null) then
        raise exception 'The outcome of an agreement is final.' using errcode = 'check_violation';
      elsif old.terminated_on < new.terminated_on or (old.terminated_on is not null and new.terminated_on is null) then
        raise exception 'The end of an agreement is never put off.' using errcode = 'check_violation';
      end if;
      return new;
    end $$`);
    this.addSql(`create function keep_decision() returns trigger language plpgsql as $$ begin
      if old.decision is not null and to_jsonb(new) <> to_jsonb(old) then
        raise exception 'A decision is final.' using errcode = 'check_violation';
      end if;
      return new;
    end $$`);
    this.addSql(`create trigger keep_agreement before update on agreement
      for each row execute function keep_agreement()`);
    this.addSql(`create trigger keep_decision before update on agreement_signature
      for each row execute function keep_decision()`);
  }
}

import { Migration } from "@mikro-orm/migrations";

/** Organizations and the numbers under which public registers know them. Only imports write them. */
export class CreateOrganizations extends Migration {
  override up(): void {
    // The parent has no foreign key: a delivery may bring a division before its company.
    this.addSql(`create table organization (
      id text primary key,
      name text not null,
      country text not null check (country ~ '^[A-Z]{2}$'),
      roles text[] not null,
      size text,
      parent_id text check (parent_id <> id)
    )`);
    this.addSql("create index organization_parent on organization (parent_id)");
    this.addSql(`create table registration (
      organization_id text not null references organization on delete cascade,
      scheme text not null,
      value text not null,
      icd text,
      verified_at timestamptz,
      primary key (organization_id, scheme, value)
    )`);
    this.addSql("create index registration_value on registration (value)");
    // Whoever asks by one of these numbers asks for one organization.
    this.addSql(`create unique index registration_names_one_organization on registration (scheme, value)
      where scheme in ('SIREN', 'VAT')`);
  }
}

import { Migration } from "@mikro-orm/migrations";
import { inForce, ownerFunction } from "./owner-function.ts";

/** The tables of customers and people, and the functions that row rules ask. */
export class CreateCustomers extends Migration {
  override up(): void {
    for (const sql of [...tables, ...functions]) this.addSql(sql);
  }
}

const tables = [
  `create table person (id text primary key, registered_by_id text)`,
  // A column of its own: under row-level security PostgreSQL does not use an index on lower(email).
  `create table person_identity (
    person_id text primary key references person on delete cascade,
    display_name text not null,
    email text,
    email_key text generated always as (lower(email)) stored,
    phone text,
    locale text
  )`,
  `create index on person_identity (email_key)`,
  `create table membership (
    person_id text references person on delete cascade,
    organization_id text,
    job_title text,
    buying_roles text[] not null,
    limit_amount numeric check (limit_amount >= 0),
    limit_currency text,
    primary key (person_id, organization_id),
    check ((limit_amount is null) = (limit_currency is null))
  )`,
  `create index on membership (organization_id)`,
  `create table referent (
    person_id text references person on delete cascade,
    place integer,
    organization_id text not null,
    scope text not null,
    for_partner_id text,
    primary key (person_id, place)
  )`,
  `create index on referent (organization_id)`,
  `create index on referent (for_partner_id)`,
  `create table customer (
    id text primary key,
    kind text not null check (kind in ('CONSUMER', 'BUSINESS', 'ADMINISTRATION')),
    organization_id text,
    person_id text references person,
    acquired_through_id text,
    registered_by_id text not null,
    check ((kind = 'CONSUMER') = (person_id is not null)),
    check ((kind = 'CONSUMER') = (organization_id is null))
  )`,
  `create index on customer (organization_id)`,
  `create index on customer (person_id)`,
  `create table customer_holding (
    customer_id text references customer on delete cascade,
    organization_id text,
    role text not null check (role in ('OWNER', 'CO_OWNER', 'INTERMEDIARY')),
    agreement_id text,
    since date not null,
    until date,
    primary key (customer_id, organization_id),
    check (until > since)
  )`,
  `create index on customer_holding (organization_id, customer_id)`,
  `create table customer_profile (
    customer_id text primary key references customer on delete cascade,
    stage text not null check (stage in ('PROSPECT', 'NEW', 'HABITUAL', 'LAPSED')),
    segments text[] not null,
    situation jsonb,
    loyalty_points integer check (loyalty_points >= 0),
    introduced_ids text[] not null
  )`,
  `create table consent (
    customer_id text references customer on delete cascade,
    place integer,
    controller_id text not null,
    purpose text not null,
    basis text not null,
    granted boolean not null,
    at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (customer_id, place)
  )`,
];

/**
 * Questions that row rules ask as the owner: a policy that read its own table would never come to an end, and what a
 * company is about to register it cannot read yet. A rule only ever asks them about the viewer.
 */
const functions = [
  ownerFunction(
    "holds(holder text, relation text) returns boolean",
    `select exists (select from customer_holding holding where holding.customer_id = relation
      and holding.organization_id = holder and ${inForce("holding")})`,
  ),
  ownerFunction(
    "share_a_customer(one text, another text) returns boolean",
    `select exists (select from customer_holding mine join customer_holding theirs using (customer_id)
      where mine.organization_id = one and ${inForce("mine")}
        and theirs.organization_id = another and ${inForce("theirs")})`,
  ),
  ownerFunction(
    "registrar_of_customer(relation text) returns text",
    "select registered_by_id from customer where id = relation",
  ),
  ownerFunction(
    "registrar_of_person(somebody text) returns text",
    "select registered_by_id from person where id = somebody",
  ),
];

import { Migration } from "@mikro-orm/migrations";

/** The tables of the catalogue. */
export class CreateCatalogue extends Migration {
  override up(): void {
    for (const table of tables) this.addSql(table);
  }
}

const tables = [
  `create table company (id text primary key, roles text[] not null)`,
  // Deferred: a delivery may name a category before its parent.
  `create table category (
    id text primary key,
    name text not null,
    gpc_brick text,
    parent_id text references category deferrable initially deferred
  )`,
  `create table product (
    id text primary key,
    manufacturer_id text not null references company,
    sku text not null,
    gtin text,
    name text not null,
    description text,
    brand text,
    kind text not null,
    status text not null check (status in ('DRAFT', 'ACTIVE', 'WITHDRAWN')),
    category_id text references category,
    unit text not null,
    retail_price numeric check (retail_price >= 0),
    retail_currency text,
    updated_at timestamptz not null,
    unique (manufacturer_id, sku),
    unique (manufacturer_id, gtin),
    check ((retail_price is null) = (retail_currency is null))
  )`,
  `create index on product (name, id)`,
  `create index on product (gtin)`,
  `create index on product (category_id)`,
  `create table product_cost (
    id text primary key references product on delete cascade,
    manufacturer_id text not null,
    amount numeric not null check (amount >= 0),
    currency_code text not null
  )`,
  `create table price_list (
    id text primary key,
    kind text not null check (kind in ('GENERAL_TARIFF', 'NEGOTIATED', 'PUBLIC_MARKET')),
    seller_id text not null references company,
    buyer_id text references company,
    agreement_id text,
    currency_code text not null,
    valid_from timestamptz not null,
    valid_until timestamptz,
    check ((kind = 'GENERAL_TARIFF') = (buyer_id is null)),
    check (buyer_id <> seller_id),
    check (valid_until > valid_from)
  )`,
  `create index on price_list (seller_id, valid_from)`,
  `create index on price_list (buyer_id, valid_from)`,
  `create table price (
    price_list_id text references price_list on delete cascade,
    product_id text references product,
    unit_price numeric not null check (unit_price >= 0),
    prior_price numeric check (prior_price >= 0),
    tiers jsonb not null,
    primary key (price_list_id, product_id)
  )`,
  `create index on price (product_id)`,
];

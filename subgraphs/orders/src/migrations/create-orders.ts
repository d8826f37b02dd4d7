import { Migration } from "@mikro-orm/migrations";

/** Orders with their lines and shipments, offers and awards. */
export class CreateOrders extends Migration {
  override up(): void {
    for (const table of [ORDERS, LINES, SHIPMENTS, OFFERS, AWARDS]) this.addSql(table);
    for (const index of INDEXES) this.addSql(index);
  }
}

const ORDERS = `
  create table trade_order (
    id text primary key,
    number text not null,
    model text not null,
    channel text,
    state text not null,
    seller_id text not null,
    buyer_id text,
    customer_id text,
    intermediary_id text,
    sold_under_brand_of_id text,
    agreement_id text,
    purchase_order_number text,
    currency_code text not null,
    total_amount numeric not null check (total_amount >= 0),
    tax_amount numeric check (tax_amount >= 0),
    agreed_terms jsonb,
    incoterm text,
    commitment text,
    -- Milliseconds, as cursors carry them: a finer instant could fall between two pages.
    placed_at timestamptz(3) not null,
    requested_delivery_at timestamptz(3),
    idempotency_key text,
    request_hash text,
    constraint somebody_buys check (buyer_id is not null or customer_id is not null),
    constraint nobody_buys_from_itself check (buyer_id <> seller_id),
    constraint key_with_hash check ((idempotency_key is null) = (request_hash is null)),
    constraint one_order_per_key unique (buyer_id, idempotency_key),
    constraint one_order_per_number unique (seller_id, number)
  )`;

const LINES = `
  create table order_line (
    id text primary key,
    order_id text not null references trade_order on delete cascade,
    position integer not null check (position >= 0),
    product_id text not null,
    quantity numeric not null check (quantity > 0),
    unit text not null,
    unit_amount numeric not null check (unit_amount >= 0),
    discount numeric not null check (discount between 0 and 100),
    total_amount numeric not null,
    -- Without a division, which would round.
    constraint exact_total check (total_amount * 100 = unit_amount * quantity * (100 - discount)),
    constraint one_line_per_position unique (order_id, position) deferrable initially deferred
  )`;

const SHIPMENTS = `
  create table shipment (
    id text primary key,
    order_id text not null references trade_order on delete cascade,
    position integer not null check (position >= 0),
    state text not null,
    carrier_id text,
    tracking_number text,
    promised_at timestamptz(3),
    shipped_at timestamptz(3),
    delivered_at timestamptz(3),
    cost_amount numeric check (cost_amount >= 0),
    cost_currency text,
    constraint cost_with_currency check ((cost_amount is null) = (cost_currency is null)),
    constraint one_shipment_per_position unique (order_id, position) deferrable initially deferred
  )`;

const OFFERS = `
  create table offer (
    id text primary key,
    product_id text not null,
    seller_id text not null,
    price_amount numeric check (price_amount >= 0),
    currency_code text,
    prior_amount numeric check (prior_amount >= 0),
    unit text not null,
    available boolean not null,
    stock numeric check (stock >= 0),
    lead_time text,
    published boolean not null,
    audience text[] not null,
    constraint price_with_currency check ((price_amount is null) = (currency_code is null)),
    constraint prior_price_with_price check (prior_amount is null or price_amount is not null)
  )`;

const AWARDS = `
  create table award (
    id text primary key,
    buyer_id text not null,
    holder_ids text[] not null check (cardinality(holder_ids) > 0),
    object text not null,
    cpv text,
    procedure text not null,
    total_amount numeric not null check (total_amount >= 0),
    currency_code text not null,
    duration_months integer not null check (duration_months >= 0),
    notified_at date not null,
    published_at date check (published_at >= notified_at),
    bids_received integer check (bids_received >= 0),
    order_id text
  )`;

const INDEXES = [
  ...[
    "seller_id",
    "buyer_id",
    "customer_id",
    "intermediary_id",
    "sold_under_brand_of_id",
    "agreement_id",
  ].map((party) => `create index on trade_order (${party}, placed_at desc, id) where ${party} is not null`),
  "create index on trade_order (placed_at desc, id)",
  "create index on order_line (order_id)",
  "create index on shipment (order_id)",
  "create index on shipment (carrier_id) where carrier_id is not null",
  "create index on offer (product_id, seller_id)",
  "create index on award (notified_at desc, id)",
  "create index on award (buyer_id)",
  "create index on award using gin (holder_ids)",
];

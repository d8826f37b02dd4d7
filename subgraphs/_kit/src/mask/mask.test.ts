import "reflect-metadata";
import type { Viewer } from "@maillon/schema";
import { inForce } from "@maillon/schema/policy";
import { company, ledgerWith, NOW, sharing, viewer } from "@maillon/schema/testing";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Migration } from "@mikro-orm/migrations";
import { openDatabase } from "../database/open-database.ts";
import { prepareDatabase } from "../database/prepare-database.ts";
import { type RowRule, VisibleRows, WritableRows } from "../database/row-rule.ts";
import { withClient } from "../database/with-client.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { Classed, Masked } from "./mask.ts";

const partyRows: RowRule = (row, { organization, customers, grantors }) =>
  `${row}.seller_id = ${organization} or ${row}.brand_id = ${organization} or ${row}.customer_id = any(${customers})
   or ${row}.seller_id = any(${grantors})`;
const sellerRows: RowRule = (row, { organization }) => `${row}.seller_id = ${organization}`;

@Entity()
@VisibleRows(partyRows)
@WritableRows({ insert: sellerRows, change: sellerRows, delete: sellerRows })
@Masked({
  rows: "TRADE_CORE",
  facts: {
    owner: { sql: "this.seller_id", holds: "one" },
    seller: { sql: "this.seller_id", holds: "one" },
    brand: { sql: "this.brand_id", holds: "one" },
    subject: { sql: "this.customer_id", holds: "one" },
  },
  only: "this.state <> 'ERASED'",
  joins: {
    ours: { query: "select count(*)::integer as sales from facts.sale where seller_id = this.seller_id" },
  },
  computed: {
    salesOfSeller: "ours.sales",
    paidInCents: "this.amount * 100",
  },
})
class Sale {
  @PrimaryKey({ type: "text" })
  id!: string;

  @Classed("TRADE_CORE")
  @Property({ type: "text" })
  sellerId!: string;

  @Classed("TRADE_CORE")
  @Property({ type: "text", nullable: true })
  brandId!: string | null;

  @Classed("CUSTOMER_EXISTENCE")
  @Property({ type: "text", nullable: true })
  customerId!: string | null;

  @Classed("TRADE_CORE")
  @Property({ type: "text" })
  state!: string;

  @Classed("TRADE_AMOUNT")
  @Property({ type: "integer", nullable: true })
  amount!: number | null;

  @Classed("TRADE_AMOUNT")
  @Property({ type: "integer", generated: "amount / 10", persist: false })
  bonus!: number | null;

  @Classed("TRADE_CORE")
  @Property({ type: "integer", persist: false })
  salesOfSeller!: number;

  @Classed("TRADE_AMOUNT")
  @Property({ type: "integer", persist: false })
  paidInCents!: number | null;
}

class CreateSales extends Migration {
  override up(): void {
    this.addSql(`create table sale (id text primary key, seller_id text not null, brand_id text, customer_id text,
      state text not null default 'OPEN', amount integer not null,
      bonus integer generated always as (amount / 10) stored)`);
  }
}

class AddMargin extends Migration {
  override up(): void {
    this.addSql("alter table sale add column margin integer");
    this.addSql("alter table sale alter column state type varchar(20)");
  }
}

const contract = "sales";
const first = { name: "create-sales", class: CreateSales };
const entities = [Sale];
const agreed = inForce(
  ledgerWith({
    clauses: {
      "fabrica-integra": [sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS")],
    },
  }),
  NOW,
);
const ended = inForce(ledgerWith(), NOW);

/** Two sales of Integra: one under Vega's brand to Claire for 700, one to nobody named for 300. */
async function openSales(agreements = ended) {
  const opened = new AsyncDisposableStack();
  const { ownerUrl, appUrl } = opened.use(
    await openTestDatabase({ contract, entities, migrations: [first] }),
  );
  await withClient(ownerUrl, (client) =>
    client.query(
      "insert into sale values ('1', $1, $2, 'cus_vega_claire', 'OPEN', 700), ('2', $1, null, null, 'OPEN', 300)",
      [company("integra"), company("vega")],
    ),
  );
  const database = opened.use(await openDatabase({ url: appUrl, entities, agreements: () => agreements }));
  return { ownerUrl, appUrl, database, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

type Sales = Awaited<ReturnType<typeof openSales>>;

async function ask({ database }: Sales, as: Viewer, sql: string): Promise<unknown[]> {
  return database.as(as).execute(sql);
}

describe("a masked table", () => {
  test.each([
    [
      "its owner",
      viewer("integra"),
      [
        { id: "1", amount: 700, customer_id: "cus_vega_claire" },
        { id: "2", amount: 300, customer_id: null },
      ],
    ],
    ["the brand", viewer("vega"), [{ id: "1", amount: null, customer_id: "cus_vega_claire" }]],
    ["the consumer", viewer("claire"), [{ id: "1", amount: 700, customer_id: "cus_vega_claire" }]],
    ["another consumer", viewer("paul"), []],
    ["a supplier without a clause", viewer("fabrica"), []],
  ])("shows %s its rows, and in them its values", async (_, as, expected) => {
    await using sales = await openSales();
    expect(await ask(sales, as, "select id, amount, customer_id from sale order by id")).toEqual(expected);
  });

  test("shows the rows that a clause shares, without what it does not share", async () => {
    await using sales = await openSales(agreed);
    expect(
      await ask(sales, viewer("fabrica"), "select id, state, amount, customer_id from sale order by id"),
    ).toEqual([
      { id: "1", state: "OPEN", amount: null, customer_id: null },
      { id: "2", state: "OPEN", amount: null, customer_id: null },
    ]);
  });

  test.each([
    ["a condition", "select id from sale where amount > 0", []],
    ["an order", "select id from sale order by amount nulls first, id", [{ id: "1" }, { id: "2" }]],
    ["a count", "select count(amount)::integer as found from sale", [{ found: 0 }]],
    [
      "an aggregate",
      "select sum(amount)::integer as sum, max(customer_id) as last from sale",
      [{ sum: null, last: null }],
    ],
    ["a group", "select count(*)::integer as rows from sale group by amount", [{ rows: 2 }]],
    ["a join", "select a.id from sale a join sale b on a.amount = b.amount", []],
  ])("tells nothing through %s", async (_, sql, expected) => {
    await using sales = await openSales(agreed);
    expect(await ask(sales, viewer("fabrica"), sql)).toEqual(expected);
  });

  test.each([
    "select * from public.sale",
    "select * from facts.sale",
    "select amount from public.sale limit 0",
    "create view mine as select * from facts.sale",
  ])("cannot be read around the mask: %s", async (sql) => {
    await using sales = await openSales();
    await expect(ask(sales, viewer("integra"), sql)).rejects.toThrow(/permission denied|does not exist/u);
  });

  test("shows what follows from a row, also from rows that the viewer does not find", async () => {
    await using sales = await openSales();
    const sql = "select id, sales_of_seller, paid_in_cents, bonus from sale order by id";
    expect(await ask(sales, viewer("integra"), sql)).toEqual([
      { id: "1", sales_of_seller: 2, paid_in_cents: 70_000, bonus: 70 },
      { id: "2", sales_of_seller: 2, paid_in_cents: 30_000, bonus: 30 },
    ]);
    expect(await ask(sales, viewer("vega"), sql)).toEqual([
      { id: "1", sales_of_seller: 2, paid_in_cents: null, bonus: null },
    ]);
  });

  test("fills the properties of what it computes, which no table has", async () => {
    await using sales = await openSales();
    const found = await sales.database.as(viewer("integra")).find(Sale, {}, { orderBy: { id: "asc" } });
    expect(found.map(({ bonus, paidInCents }) => [bonus, paidInCents])).toEqual([
      [70, 70_000],
      [30, 30_000],
    ]);
    await using owner = await openDatabase({ url: sales.ownerUrl, entities, agreements: () => undefined });
    await expect(owner.asOwner().find(Sale, { id: "1" })).resolves.toMatchObject([
      { amount: 700, bonus: 70 },
    ]);
  });

  test("shows nobody what its condition excludes", async () => {
    await using sales = await openSales();
    await withClient(sales.ownerUrl, (client) =>
      client.query("update sale set state = 'ERASED' where id = '1'"),
    );
    expect(await ask(sales, viewer("integra"), "select id from sale")).toEqual([{ id: "2" }]);
  });

  test("is not written while no ledger is known, since its writer would find nothing there", async () => {
    await using sales = await openSales();
    await using database = await openDatabase({ url: sales.appUrl, entities, agreements: () => undefined });
    const insert = `insert into sale (id, seller_id, amount) values ('3', '${company("integra")}', 5)`;
    await expect(database.as(viewer("integra")).execute(insert)).rejects.toThrow("No ledger is known");
  });

  test("shows nothing when no ledger is known", async () => {
    await using sales = await openSales();
    await using database = await openDatabase({ url: sales.appUrl, entities, agreements: () => undefined });
    expect(await database.as(viewer("integra")).find(Sale, {})).toEqual([]);
  });

  test("is written by whom row-level security lets, with the defaults of its columns", async () => {
    await using sales = await openSales();
    const insert = (seller: "integra" | "vega") =>
      `insert into sale (id, seller_id, amount) values ('3', '${company(seller)}', 5) returning state`;
    expect(await ask(sales, viewer("integra"), insert("integra"))).toEqual([{ state: "OPEN" }]);
    await expect(ask(sales, viewer("integra"), insert("vega"))).rejects.toThrow(/row-level security/u);
    const em = sales.database.as(viewer("vega"));
    await expect(em.nativeUpdate(Sale, { id: "1" }, { state: "PAID" })).resolves.toBe(0);
    await expect(em.nativeDelete(Sale, { id: "1" })).resolves.toBe(0);
    await expect(sales.database.as(viewer("integra")).nativeDelete(Sale, { id: "3" })).resolves.toBe(1);
  });

  test("keeps what a writer could not see when she changes something else", async () => {
    await using sales = await openSales();
    await withClient(sales.ownerUrl, (client) =>
      client.query(
        "drop policy changeable_rows on sale; create policy changeable_rows on sale for update using (true)",
      ),
    );
    await expect(
      sales.database.as(viewer("vega")).nativeUpdate(Sale, { id: "1" }, { state: "PAID" }),
    ).resolves.toBe(1);
    expect(await ask(sales, viewer("integra"), "select state, amount from sale where id = '1'")).toEqual([
      { state: "PAID", amount: 700 },
    ]);
  });

  test("is not prepared while a property has no column, which would be silently empty", async () => {
    await using sales = await openSales();
    await withClient(sales.ownerUrl, (client) =>
      client.query("alter table sale drop column brand_id cascade"),
    );
    await expect(prepareDatabase({ ...sales, contract, entities, migrations: [first] })).rejects.toThrow(
      "There is no column for Sale.brandId (sale.brand_id): add it in a new migration, and that to the subgraph's migrations.",
    );
  });

  test("is not prepared while a column has no class", async () => {
    await using sales = await openSales();
    const migrations = [first, { name: "add-margin", class: AddMargin }];
    await expect(prepareDatabase({ ...sales, contract, entities, migrations })).rejects.toThrow(
      "Nothing says who may read sale.margin (give Sale a @Property for it, with a class).",
    );
    // And stays closed: the old mask is gone, and the table behind it is not the application's.
    await expect(ask(sales, viewer("integra"), "select id from sale")).rejects.toThrow(/permission denied/u);
  });
});

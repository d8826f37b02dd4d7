import { Entity, PrimaryKey } from "@mikro-orm/decorators/legacy";
import { Migration } from "@mikro-orm/migrations";
import { escapeIdentifier } from "pg";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { VisibleRows } from "./row-rule.ts";
import { SETTINGS } from "./session-variables.ts";
import { urlFor, withClient } from "./with-client.ts";

class CreateOrders extends Migration {
  override up(): void {
    this.addSql("create table trade_order (id text primary key, seller text not null)");
    this.addSql("insert into trade_order values ('1', 'integra'), ('2', 'rivalis')");
    this.addSql("create table tally (rows int not null)");
  }
}

@Entity({ tableName: "trade_order" })
@VisibleRows((row, { organization }) => `${row}.seller = ${organization}`)
class TradeOrder {
  @PrimaryKey({ type: "text" })
  id!: string;
}

class AddBuyer extends Migration {
  override up(): void {
    this.addSql("alter table trade_order add column buyer text");
  }
}

class Fail extends Migration {
  override up(): void {
    this.addSql("create table half (id text)");
    this.addSql("select * from nowhere");
  }
}

const contract = "orders";
const administrator = userOf(process.env["MAILLON_TEST_ADMIN_URL"] ?? "");
const first = { name: "create-orders", class: CreateOrders };
const second = { name: "add-buyer", class: AddBuyer };
const entities = [TradeOrder];
const orders = { contract, migrations: [first], entities };
const empty = { contract, migrations: [], entities: [] };

describe("prepareDatabase", () => {
  test("runs each migration once and keeps the rows", async () => {
    await using database = await openTestDatabase(orders);
    const later = { ...database, ...orders, migrations: [first, second] };
    const { appUrl } = await prepareDatabase(later);
    await prepareDatabase(later);
    await expect(idsFor(appUrl, "integra")).resolves.toEqual(["1"]);
  });

  test("lets two replicas prepare at once and agree on the URL", async () => {
    await using database = await openTestDatabase(empty);
    const prepare = () => prepareDatabase({ ...database, ...orders, migrations: [first, second] });
    const [one, other] = await Promise.all([prepare(), prepare()]);
    expect(one).toEqual(other);
    await expect(idsFor(one.appUrl, "rivalis")).resolves.toEqual(["2"]);
  });

  test("runs all pending migrations or none", async () => {
    await using database = await openTestDatabase(empty);
    const migrations = [first, { name: "fail", class: Fail }];
    await expect(prepareDatabase({ ...database, contract, migrations, entities: [] })).rejects.toThrow(
      /database of orders cannot be prepared.*nowhere/s,
    );
    await expect(query(database.ownerUrl, "select from trade_order")).rejects.toThrow(/does not exist/);
  });
});

describe("the application's role", () => {
  test.each([
    { company: "integra", ids: ["1"] },
    { company: "rivalis", ids: ["2"] },
    { company: "", ids: [] },
  ])("sees only the rows of company '$company'", async ({ company, ids }) => {
    await using database = await openTestDatabase(orders);
    await expect(idsFor(database.appUrl, company)).resolves.toEqual(ids);
  });

  test.each([
    { what: "create a table", sql: "create table mine (id text)" },
    { what: "create a temporary table", sql: "create temporary table mine (id text)" },
    { what: "switch row-level security off", sql: "alter table trade_order disable row level security" },
    { what: "empty a table past its policies", sql: "truncate trade_order" },
    { what: "read a table that is no entity's", sql: "select * from tally" },
    { what: "write a table that is no entity's", sql: "insert into tally values (1)" },
    { what: "read which migrations ran", sql: "select * from mikro_orm_migrations" },
    { what: "create a role", sql: "create role friend" },
  ])("may not $what", async ({ sql }) => {
    await using database = await openTestDatabase(orders);
    await expect(query(database.appUrl, sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  test("may not connect to another subgraph's database", async () => {
    await using database = await openTestDatabase(orders);
    await using customers = await openTestDatabase({ contract: "customers", migrations: [] });
    const foreign = urlFor(database.appUrl, { database: new URL(customers.appUrl).pathname.slice(1) });
    await expect(query(foreign, "select 1")).rejects.toThrow(/permission denied for database/);
  });

  test.each([
    { flaw: "is a superuser", grant: (app: string) => `alter role ${app} superuser` },
    { flaw: "has BYPASSRLS", grant: (app: string) => `alter role ${app} bypassrls` },
    { flaw: "may become", grant: (app: string) => `grant ${escapeIdentifier(administrator)} to ${app}` },
    { flaw: "owns tables", grant: (app: string) => `create table own (); alter table own owner to ${app}` },
  ])("is refused when it $flaw", async ({ flaw, grant }) => {
    await using database = await openTestDatabase(empty);
    const { appUrl } = await prepareDatabase({ ...database, ...empty });
    await query(adminUrlFor(database.ownerUrl), grant(escapeIdentifier(userOf(appUrl))));
    await expect(prepareDatabase({ ...database, ...empty })).rejects.toThrow(flaw);
  });
});

describe("a database URL that does not fit", () => {
  test("without CREATEROLE is refused with the statement an administrator must run", async () => {
    await using database = await openTestDatabase({ contract: "no_create_role", migrations: [] });
    const owner = escapeIdentifier(userOf(database.ownerUrl));
    await query(adminUrlFor(database.ownerUrl), `alter role ${owner} nocreaterole`);
    await expect(prepareDatabase({ ...database, ...empty })).rejects.toThrow(
      `ALTER ROLE ${owner} CREATEROLE`,
    );
  });

  test.each(["postgresql://owner@localhost/orders", "orders", ""])("is refused: '%s'", async (ownerUrl) => {
    await expect(prepareDatabase({ ...empty, ownerUrl })).rejects.toThrow(/must look like postgresql:/);
  });

  test("is not repeated in the error", async () => {
    const ownerUrl = "postgresql://owner:canary@127.0.0.1:1/orders";
    await expect(prepareDatabase({ ...empty, ownerUrl })).rejects.not.toThrow(/canary/);
  });
});

async function idsFor(url: string, company: string): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query("select set_config($1, $2, false)", [SETTINGS.organization, company]);
    return (await client.query<{ id: string }>("select id from trade_order order by id")).rows.map(
      ({ id }) => id,
    );
  });
}

async function query(url: string, sql: string): Promise<unknown> {
  return withClient(url, (client) => client.query(sql));
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/** Only the embedded server's administrator may hand out what these tests must refuse. */
function adminUrlFor(ownerUrl: string): string {
  return urlFor(process.env["MAILLON_TEST_ADMIN_URL"] ?? "", {
    database: new URL(ownerUrl).pathname.slice(1),
  });
}

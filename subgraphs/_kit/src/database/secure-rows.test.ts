import { Migration } from "@mikro-orm/migrations";
import { Entity, PrimaryKey } from "@mikro-orm/decorators/legacy";
import { noticeSubgraph } from "../testing/notice-subgraph.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { VisibleRows } from "./row-rule.ts";
import { withClient } from "./with-client.ts";

const { name: contract, migrations, entities } = noticeSubgraph;
const notices = { contract, migrations, entities };

/** All that PostgreSQL knows of the row-level security of the table. */
async function securityOf(ownerUrl: string): Promise<unknown> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query(
      `select relrowsecurity, relforcerowsecurity, pg_policy.oid, polname, polcmd, polpermissive, polroles,
              pg_get_expr(polqual, polrelid) as rows, pg_get_expr(polwithcheck, polrelid) as writes
         from pg_class left join pg_policy on polrelid = pg_class.oid
        where pg_class.oid = 'notice'::regclass order by polname`,
    ),
  );
  return rows;
}

const withoutIds = (security: unknown): unknown =>
  JSON.parse(JSON.stringify(security, (key, value: unknown) => (key === "oid" ? undefined : value)));

describe("a table of an entity", () => {
  test.each([
    ["a looser policy", "alter policy readable_rows on notice using (author_id is not null)"],
    ["a stricter policy", "create policy more on notice as restrictive using (title <> '')"],
    ["a second policy that adds rows", "create policy more on notice for select using (title = 'open')"],
    ["the policy for one role only", "alter policy readable_rows on notice to pg_monitor"],
    ["a looser policy for writing", "alter policy insertable_rows on notice with check (true)"],
    ["no policy", "drop policy readable_rows on notice"],
    ["no row-level security", "alter table notice disable row level security"],
    ["an owner whom nothing binds", "alter table notice no force row level security"],
  ])("has the declared policies again at the next start after it was given %s", async (_what, statement) => {
    await using database = await openTestDatabase(notices);
    const { ownerUrl } = database;
    const declared = await securityOf(ownerUrl);
    await withClient(ownerUrl, (client) => client.query(statement));
    expect(withoutIds(await securityOf(ownerUrl))).not.toEqual(withoutIds(declared));
    await prepareDatabase({ ...notices, ownerUrl });
    expect(withoutIds(await securityOf(ownerUrl))).toEqual(withoutIds(declared));
  });

  test("keeps its very policies while they are those that are declared: making them would lock it", async () => {
    await using database = await openTestDatabase(notices);
    const { ownerUrl } = database;
    const declared = await securityOf(ownerUrl);
    await prepareDatabase({ ...notices, ownerUrl });
    expect(await securityOf(ownerUrl)).toEqual(declared);
  });

  test("follows a rule that has changed, without a migration", async () => {
    @Entity({ tableName: "notice" })
    @VisibleRows((row, { organization }) => `${row}.reader_id = ${organization}`)
    class Notice {
      @PrimaryKey({ type: "text" })
      id!: string;
    }
    await using database = await openTestDatabase(notices);
    const { ownerUrl } = database;
    await prepareDatabase({ ...notices, ownerUrl, entities: [Notice] });
    const security = JSON.stringify(await securityOf(ownerUrl));
    expect(security).not.toContain("author_id");
    expect(security).toContain("reader_id");
  });

  test("may have the columns changed that its rules read", async () => {
    class ShortenAuthors extends Migration {
      override up(): void {
        this.addSql("alter table notice alter column author_id type varchar(80)");
      }
    }
    await using database = await openTestDatabase(notices);
    const { ownerUrl } = database;
    const shorter = [...migrations, { name: "shorten-authors", class: ShortenAuthors }];
    await expect(prepareDatabase({ ...notices, ownerUrl, migrations: shorter })).resolves.toBeDefined();
    expect(JSON.stringify(await securityOf(ownerUrl))).toContain("author_id");
  });

  test("is missed by its name", async () => {
    await using database = await openTestDatabase({ contract, migrations });
    const { ownerUrl } = database;
    @Entity({ tableName: "letter" })
    @VisibleRows((row, { organization }) => `${row}.reader_id = ${organization}`)
    class Letter {
      @PrimaryKey({ type: "text" })
      id!: string;
    }
    await expect(prepareDatabase({ ...notices, ownerUrl, entities: [Letter] })).rejects.toThrow(
      "There is no table letter for Letter.",
    );
  });
});

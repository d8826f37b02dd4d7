import type { Viewer } from "@maillon/schema";
import { Entity, PrimaryKey } from "@mikro-orm/decorators/legacy";
import { Notice, noticeRows, noticeSubgraph } from "../testing/notice-subgraph.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { openTestSubgraph } from "../testing/open-test-subgraph.ts";
import { openDatabase } from "./open-database.ts";
import { boundRule, everyRow, noRow, VisibleRows } from "./row-rule.ts";
import { rowSecurity } from "./row-security.ts";
import { withClient } from "./with-client.ts";

/** The table of notices, read by the row rule alone. */
@Entity({ tableName: "notice" })
@VisibleRows(noticeRows)
class Row {
  @PrimaryKey({ type: "text" })
  id!: string;
}

const integra: Viewer = { kind: "company", organization: "integra", roles: [], subject: "s" };
// Made anew by each test: an entity belongs to the unit of work that stored it.
const rows = () => [
  Notice.of({ id: "n1", authorId: "fabrica", readerId: "integra", title: "a" }),
  Notice.of({ id: "n2", authorId: "fabrica", readerId: "rivalis", title: "b" }),
];

describe("a row rule", () => {
  test("binds the query by itself, when row-level security is off", async () => {
    const { name: contract, migrations } = noticeSubgraph;
    await using notices = await openTestDatabase({ contract, migrations });
    await withClient(notices.ownerUrl, (client) =>
      client.query(`alter table notice disable row level security;
        insert into notice values ('n1', 'fabrica', 'integra', 'a'), ('n2', 'fabrica', 'rivalis', 'b')`),
    );
    const options = { url: notices.appUrl, entities: [Row], agreements: () => undefined };
    await using database = await openDatabase(options);
    const found = await database.as(integra).find(Row, {});
    expect(found.map(({ id }) => id)).toEqual(["n1"]);
  });

  test("binds the transaction by itself, when the query does not filter", async () => {
    await using notices = await openTestSubgraph(noticeSubgraph);
    await notices.store(rows());
    const found: { id: string }[] = await notices.database.as(integra).execute("select id from notice");
    expect(found).toEqual([{ id: "n1" }]);
  });

  test("shows nothing to a connection without a viewer", async () => {
    await using notices = await openTestSubgraph(noticeSubgraph);
    await notices.store(rows());
    const { rowCount } = await withClient(notices.appUrl, (client) => client.query("select id from notice"));
    expect(rowCount).toBe(0);
  });

  test("does not stay on a connection after its transaction", async () => {
    await using notices = await openTestSubgraph(noticeSubgraph);
    await notices.store(rows());
    await notices.database.as(integra).find(Notice, {});
    const found: unknown[] = await notices.database.asOwner().execute("select id from notice");
    expect(found).toEqual([]);
  });

  test("keeps a viewer from writing what is not hers", async () => {
    await using notices = await openTestSubgraph(noticeSubgraph);
    await notices.store(rows());
    const em = notices.database.as(integra);
    await expect(em.nativeUpdate(Notice, { id: "n1" }, { title: "changed" })).resolves.toBe(0);
    await expect(em.nativeDelete(Notice, { id: "n1" })).resolves.toBe(0);
    const foreign = Notice.of({ id: "n3", authorId: "fabrica", readerId: "integra", title: "forged" });
    await expect(em.persist(foreign).flush()).rejects.toThrow(/row-level security/u);
  });

  test("of each way of writing stands for itself", () => {
    const rule = (name: string) => (row: string) => `${row}.${name}`;
    const write = { insert: rule("new"), change: rule("open"), delete: noRow };
    const statements = rowSecurity({ table: "note", read: everyRow, write }).join("; ");
    expect(statements).toContain("for insert with check (note.new)");
    expect(statements).toContain("for update using (note.open) with check (note.open)");
    expect(statements).toContain("for delete using (false)");
  });

  test("must exist for every entity", async () => {
    @Entity()
    class Forgotten {
      @PrimaryKey({ type: "text" })
      id!: string;
    }
    const opening = openDatabase({
      url: "postgresql://u:p@127.0.0.1/none",
      entities: [Forgotten],
      agreements: () => undefined,
    });
    await expect(opening).rejects.toThrow("No @VisibleRows says who may read Forgotten.");
  });

  test("binds its values as parameters, in the order of their use", () => {
    const rule = boundRule(
      (row, { organization }) => `${row}.a = ${organization} or ${row}.b = ${organization}`,
      "t",
      integra,
    );
    expect(rule).toEqual({ sql: "(t.a = ?::text or t.b = ?::text)", parameters: ["integra", "integra"] });
  });
});

import type { Viewer } from "@maillon/schema";
import { Entity, PrimaryKey } from "@mikro-orm/decorators/legacy";
import { Notice, noticeSubgraph } from "../testing/notice-subgraph.ts";
import { openTestSubgraph } from "../testing/open-test-subgraph.ts";
import { openDatabase } from "./open-database.ts";
import { everyRow } from "./row-rule.ts";
import { rowSecurity } from "./row-security.ts";
import { withClient } from "./with-client.ts";

const integra: Viewer = { kind: "company", organization: "integra", roles: [], subject: "s" };
// Made anew by each test: an entity belongs to the unit of work that stored it.
const rows = () => [
  Notice.of({ id: "n1", authorId: "fabrica", readerId: "integra", title: "a" }),
  Notice.of({ id: "n2", authorId: "fabrica", readerId: "rivalis", title: "b" }),
];

describe("a row rule", () => {
  test("binds a statement that does not filter", async () => {
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

  test("learns once for a statement who asks: a plan made for one viewer is kept for all", async () => {
    await using notices = await openTestSubgraph(noticeSubgraph);
    const plan: object[] = await notices.database.as(integra).execute("explain select id from notice");
    const lines = plan.flatMap((line) => Object.values(line).map(String)).join("\n");
    expect(lines).toContain("(InitPlan 1)");
    expect(lines).not.toContain("current_setting");
  });

  test("of each way of writing stands for itself", () => {
    const rule = (name: string) => (row: string) => `${row}.${name}`;
    const write = { insert: rule("new"), change: rule("open") };
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
});

import { setTimeout as sleep } from "node:timers/promises";
import type { Viewer } from "@maillon/schema";
import { Notice, noticeSubgraph } from "../../testing/notice-subgraph.ts";
import { openTestSubgraph } from "../../testing/open-test-subgraph.ts";
import { openDatabase } from "../open-database.ts";
import { whereIn } from "../where-in.ts";
import { withClient } from "../with-client.ts";

const company = (organization: string): Viewer => ({
  kind: "company",
  organization,
  roles: [],
  subject: "s",
});
const [fabrica, integra, rivalis] = [company("fabrica"), company("integra"), company("rivalis")];

async function openNotices() {
  const notices = await openTestSubgraph(noticeSubgraph);
  await notices.store([
    Notice.of({ id: "n1", authorId: "fabrica", readerId: "integra", title: "a" }),
    Notice.of({ id: "n2", authorId: "fabrica", readerId: "rivalis", title: "b" }),
  ]);
  return notices;
}

type Notices = Awaited<ReturnType<typeof openNotices>>;

const found = async ({ database }: Notices, viewer: Viewer, ids = ["n1", "n2"]): Promise<string[]> =>
  (await database.as(viewer).find(Notice, whereIn<Notice>("id", ids))).map(({ id }) => id).toSorted();

describe("reading as a viewer", () => {
  test("shows each viewer her own rows by one plan, on one connection", async () => {
    await using notices = await openNotices();
    for (const [viewer, expected] of [
      [integra, ["n1"]],
      [rivalis, ["n2"]],
      [fabrica, ["n1", "n2"]],
      [integra, ["n1"]],
    ] as const)
      expect(await found(notices, viewer)).toEqual(expected);
    const [kept] = await notices.database
      .as(integra)
      .execute(
        "select generic_plans::int as plans, custom_plans::int as anew from pg_prepared_statements where statement like ?",
        ['%"notice"%'],
      );
    expect(kept).toEqual({ plans: 4, anew: 0 });
  });

  test("at once, on several connections, mixes up nobody", async () => {
    await using notices = await openNotices();
    const viewers = Array.from({ length: 60 }, (_, place) => (place % 2 === 0 ? integra : rivalis));
    const answers = await Promise.all(viewers.map((viewer) => found(notices, viewer)));
    expect(answers).toEqual(viewers.map((viewer) => (viewer === integra ? ["n1"] : ["n2"])));
  });

  test.each([
    ["it is answered", "select 1"],
    ["it fails", "select 1 / 0"],
  ])("leaves nothing of her on the connection after %s", async (_, sql) => {
    await using notices = await openNotices();
    const { database } = notices;
    await database
      .as(integra)
      .execute(sql)
      .catch(() => {});
    await expect(
      database.asOwner().execute("select current_setting('maillon.organization', true) as who"),
    ).resolves.toEqual([{ who: "" }]);
    await expect(database.asOwner().find(Notice, {})).resolves.toEqual([]);
  });

  test("reads nothing when it cannot be said who asks", async () => {
    await using notices = await openNotices();
    const em = notices.database.as(fabrica);
    em.setSessionContext({ variables: { work_mem: "nonsense" } });
    await expect(em.find(Notice, {})).rejects.toThrow(/work_mem/u);
    await expect(found(notices, integra)).resolves.toEqual(["n1"]);
  });

  test("goes on after a failure of the same statement", async () => {
    await using notices = await openNotices();
    const divide = (by: number) => notices.database.as(integra).execute("select 6 / ?::int as result", [by]);
    await expect(divide(0)).rejects.toThrow("division by zero");
    await expect(divide(3)).resolves.toEqual([{ result: 2 }]);
  });

  test("reads what a statement says now, when another one was made of its view meanwhile", async () => {
    await using notices = await openNotices();
    const read = () => notices.database.as(integra).execute("select * from latest where ? = 1", [1]);
    const become = (sql: string) =>
      withClient(notices.ownerUrl, (client) =>
        client.query(
          `drop view if exists latest; create view latest as ${sql}; grant select on latest to public`,
        ),
      );
    await become("select 1 as one");
    await expect(read()).resolves.toEqual([{ one: 1 }]);
    await become("select 'two' as two");
    await expect(read()).rejects.toThrow("cached plan must not change result type");
    await expect(read()).resolves.toEqual([{ two: "two" }]);
  });

  test("sees in a transaction what the same transaction wrote, and others do not", async () => {
    await using notices = await openNotices();
    const renamed = notices.database.as(fabrica).transactional(async (em) => {
      await em.nativeUpdate(Notice, { id: "n1" }, { title: "changed" });
      const [inside, outside] = [
        await em.findOne(Notice, { id: "n1" }),
        await notices.database.as(fabrica).findOne(Notice, { id: "n1" }),
      ];
      expect([inside?.title, outside?.title]).toEqual(["changed", "a"]);
      throw new Error("undone");
    });
    await expect(renamed).rejects.toThrow("undone");
    await expect(notices.database.as(fabrica).findOne(Notice, { id: "n1" })).resolves.toMatchObject({
      title: "a",
    });
  });

  test("leaves no connection behind", async () => {
    await using notices = await openNotices();
    const database = await openDatabase({
      url: notices.appUrl,
      entities: [Notice],
      agreements: () => undefined,
    });
    const connections = async () => {
      const sql =
        "select count(*)::int as found from pg_stat_activity where usename <> current_user and datname = current_database()";
      return withClient(notices.ownerUrl, async (client) => (await client.query(sql)).rows);
    };
    await database.as(integra).find(Notice, {});
    expect(await connections()).toEqual([{ found: 1 }]);
    await database[Symbol.asyncDispose]();
    // The server notices a moment later; a connection that is only idle would be kept for ten seconds.
    const deadline = performance.now() + 8_000;
    while (performance.now() < deadline && (await connections())[0]?.found > 0) await sleep(100);
    expect(await connections()).toEqual([{ found: 0 }]);
  });

  test("fails where the database does not answer, and works again when it does", async () => {
    await using notices = await openNotices();
    await using nowhere = await openDatabase({
      url: "postgresql://nobody:secret@127.0.0.1:9/nowhere",
      entities: [Notice],
      agreements: () => undefined,
    });
    await expect(nowhere.as(integra).find(Notice, {})).rejects.toThrow(/ECONNREFUSED|connect/u);
    await found(notices, integra);
    const end = notices.database.as(integra).execute("select pg_terminate_backend(pg_backend_pid())");
    await expect(end).rejects.toThrow("terminat");
    await expect(found(notices, integra)).resolves.toEqual(["n1"]);
  });
});

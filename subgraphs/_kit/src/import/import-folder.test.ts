import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exchangeIds } from "@maillon/schema/exchange";
import type { ImportEvent } from "@maillon/schema/exchange";
import { openDatabase } from "../database/open-database.ts";
import { withClient } from "../database/with-client.ts";
import { Notice, noticeSubgraph } from "../testing/notice-subgraph.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { RejectedRecord } from "./describe-rejection.ts";
import type { Importers } from "./importer.ts";
import { importFolder } from "./run-import.ts";

/** Stores a category as a notice; "forbidden" and a name of one letter cannot be stored. */
const importers: Importers = {
  categories: async (records, { em, idOf }) => {
    if (records.some(({ name }) => name === "forbidden")) throw new RejectedRecord("name: is forbidden");
    const rows = records.map(({ key, name }) => ({
      id: idOf("categories", key),
      authorId: "a",
      readerId: "b",
      title: name,
    }));
    await em.upsertMany(Notice, rows);
  },
};

const line = (key: string, name: string) => JSON.stringify({ key, name });

/** A database and a folder for one test; `run` imports the lines and returns what was reported. */
async function openImport() {
  const opened = new AsyncDisposableStack();
  const { name, migrations, entities } = noticeSubgraph;
  const { ownerUrl } = opened.use(await openTestDatabase({ contract: name, migrations }));
  await withClient(ownerUrl, (client) => client.query("alter table notice add check (length(title) > 1)"));
  const database = opened.use(await openDatabase({ url: ownerUrl, entities, agreements: () => undefined }));
  const folder = await mkdtemp(join(tmpdir(), "import-"));
  opened.defer(() => rm(folder, { recursive: true }));
  const idOf = exchangeIds({ source: "test", secret: "0123456789abcdef" });
  async function run(lines: readonly string[]): Promise<ImportEvent[]> {
    await writeFile(join(folder, "categories.ndjson"), lines.join("\n"));
    const reports: ImportEvent[] = [];
    await importFolder(folder, importers, { database, idOf, report: (report) => reports.push(report) });
    return reports;
  }
  async function titles(): Promise<string[]> {
    const rows = await database.asOwner().find(Notice, {}, { orderBy: { title: "asc" } });
    return rows.map(({ title }) => title);
  }
  return { run, titles, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

describe("an import", () => {
  test("reports each bad line with its reason and stores all others", async () => {
    await using categories = await openImport();
    const reports = await categories.run([
      line("1", "sensors"),
      "{",
      "",
      line("2", "forbidden"),
      line("3", "x"),
      line("1", "sensors again"),
      JSON.stringify({ key: "4" }),
      line("5", "valves"),
    ]);
    expect(await categories.titles()).toEqual(["sensors", "valves"]);
    const file = "categories";
    expect(reports.filter(({ type }) => type === "rejected")).toEqual([
      { type: "rejected", file, line: 2, reason: "the line is not JSON" },
      { type: "rejected", file, line: 6, reason: "key: is that of line 1, too" },
      { type: "rejected", file, line: 7, reason: expect.stringMatching(/^name: /u) },
      { type: "rejected", file, line: 4, reason: "name: is forbidden" },
      {
        type: "rejected",
        file,
        line: 5,
        reason: expect.stringMatching(/^breaks a rule of the company's table/u),
      },
    ]);
    expect(reports.at(-1)).toEqual({
      type: "counted",
      file,
      read: 7,
      imported: 2,
      unchanged: 0,
      rejected: 5,
    });
  });

  test("of the same folder again changes nothing", async () => {
    await using categories = await openImport();
    const lines = [line("1", "sensors"), line("2", "valves")];
    await categories.run(lines);
    const again = await categories.run(lines);
    expect(again.at(-1)).toMatchObject({ read: 2, imported: 0, unchanged: 2, rejected: 0 });
    expect(await categories.titles()).toEqual(["sensors", "valves"]);
  });

  test("takes over what a later delivery changed", async () => {
    await using categories = await openImport();
    await categories.run([line("1", "sensors"), line("2", "valves")]);
    const later = await categories.run([line("1", "probes"), line("2", "valves")]);
    expect(later.at(-1)).toMatchObject({ imported: 1, unchanged: 1 });
    expect(await categories.titles()).toEqual(["probes", "valves"]);
  });

  test("works through more lines than one batch holds", async () => {
    await using categories = await openImport();
    const reports = await categories.run(
      Array.from({ length: 450 }, (_, index) => line(`${index}`, `name ${index}`)),
    );
    expect(reports.map((report) => report.type === "progress" && report.done)).toEqual([
      200,
      400,
      450,
      false,
    ]);
    expect(await categories.titles()).toHaveLength(450);
  });
});

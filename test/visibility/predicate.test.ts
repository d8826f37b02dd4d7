import { DATA_CLASSES, type DataClass } from "@maillon/schema";
import {
  buildPredicate,
  createDecider,
  inForce,
  loadPolicies,
  openCedarReference,
  outlook,
  policyRequestFor,
} from "@maillon/schema/policy";
import { NOW, viewer, type ViewerName } from "@maillon/schema/testing";
import { openTestDatabase, withClient } from "@maillon/subgraph-kit/testing";
import { COLUMNS, CREATE_TABLE, factsOf, INSERT_ROWS, randomRows, richLedger } from "./predicate-rows.ts";

// The nightly proof asks ten times as many questions: `MAILLON_PROOF=10`.
const SIZE = Number(process.env["MAILLON_PROOF"] ?? 1);
const ROWS = 1_000 * SIZE;
/** Cedar's own implementation answers for every so many rows: it is a thousand times slower. */
const EVERY = 50;

const policies = loadPolicies();
const agreements = inForce(richLedger(), NOW);
const sources = { policies, agreements };
const rows = randomRows(ROWS);
const VIEWERS: ViewerName[] = ["fabrica", "integra", "boulange", "claire", "autorite", "etrangere"];

/** The rows that PostgreSQL finds, by viewer and class. */
async function visibleRows(): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  await using database = await openTestDatabase({ contract: "facts", migrations: [] });
  // Awaited here: the database is dropped when this function ends.
  return await withClient(database.ownerUrl, async (client) => {
    await client.query(CREATE_TABLE);
    await client.query(INSERT_ROWS, [JSON.stringify(rows)]);
    const found = new Map<string, ReadonlySet<number>>();
    for (const [name, dataClass] of questions()) {
      const { sql, params } = buildPredicate(sources, viewer(name), { dataClass, columns: COLUMNS });
      const answer = await client.query<{ id: number; seen: boolean }>(
        `select id, ${sql} as seen from facts as row`,
        [...params],
      );
      expect(answer.rows.filter(({ seen }) => seen === null)).toEqual([]);
      found.set(`${name} ${dataClass}`, new Set(answer.rows.filter(({ seen }) => seen).map(({ id }) => id)));
    }
    return found;
  });
}

function questions(): [ViewerName, DataClass][] {
  return VIEWERS.flatMap((name) =>
    DATA_CLASSES.map((dataClass): [ViewerName, DataClass] => [name, dataClass]),
  );
}

describe("a predicate in PostgreSQL", () => {
  it("is true for the rows that the policies allow, by our decisions and by Cedar's", async () => {
    const found = await visibleRows();
    const reference = openCedarReference(policies);
    const wrong: string[] = [];
    const outcomes = new Set<string>();
    for (const [name, dataClass] of questions()) {
      const { decide } = createDecider(sources, viewer(name));
      const seen = found.get(`${name} ${dataClass}`);
      for (const row of rows) {
        const facts = factsOf(row);
        const expected = decide(dataClass, facts).visible;
        const request = policyRequestFor(agreements, viewer(name), { dataClass, facts });
        const cedar = row.id % EVERY === 0 ? reference(request).decision === "allow" : expected;
        if (seen?.has(row.id) !== expected || cedar !== expected)
          wrong.push(`${name} ${dataClass} ${row.id}`);
        outcomes.add(`${dataClass} ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    // Every class was seen and refused: rows on which nothing ever happens would prove nothing.
    const both = DATA_CLASSES.flatMap((each) => [`${each} false`, `${each} true`]);
    expect(both.filter((each) => !outcomes.has(each))).toEqual(["PUBLIC false"]);
  }, 600_000);

  it("needs no row when the outcome cannot depend on one", () => {
    expect(buildPredicate(sources, viewer("claire"), { dataClass: "KPI", columns: COLUMNS })).toEqual({
      sql: "false",
      params: [],
    });
    expect(outlook(sources, viewer("claire"), "KPI")).toBe("refused");
    expect(outlook(sources, viewer("claire"), "PUBLIC")).toBe("visible");
    expect(outlook(sources, viewer("integra"), "TRADE_CORE")).toBe("depends");
  });

  it("is false on every row without an owner column, and without a ledger", () => {
    const { owner: _owner, ...others } = COLUMNS;
    const question = { dataClass: "TRADE_CORE", columns: others } as const;
    expect(buildPredicate(sources, viewer("integra"), question).sql).toBe("false");
    const blind = { policies, agreements: undefined };
    expect(buildPredicate(blind, viewer("integra"), { ...question, columns: COLUMNS }).sql).toBe("false");
  });

  it("carries every value as a parameter, numbered as its caller wants", () => {
    const placeholder = () => "?";
    const { sql, params } = buildPredicate(sources, viewer("integra"), {
      dataClass: "TRADE_CORE",
      columns: COLUMNS,
      placeholder,
    });
    expect(sql).not.toMatch(/org_|'[^']/);
    expect(sql.split("?").length - 1).toBe(params.length);
  });
});

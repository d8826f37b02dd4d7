import { DATA_CLASSES, type Viewer } from "@maillon/schema";
import {
  createDecider,
  type FactColumns,
  grantorsOf,
  inForce,
  loadPolicies,
  openCedarReference,
  policyRequestFor,
  sessionPredicate,
  viewerRecordOf,
} from "@maillon/schema/policy";
import { company, NOW, PROOF, viewer, type ViewerName } from "@maillon/schema/testing";
import { FACT_NAMES, type Facts } from "@maillon/schema/visibility";
import {
  openTestDatabase,
  sessionVariables,
  sessionViewer,
  VIEWER_QUERY,
  withClient,
} from "@maillon/subgraph-kit/testing";
import {
  COLUMNS,
  CREATE_TABLE,
  factsOf,
  INSERT_ROWS,
  randomRows,
  richLedger,
  type Row,
} from "./predicate-rows.ts";

const ROWS = 400 * PROOF.size;
/** Cedar's own implementation answers for every so many rows: it is a thousand times slower. */
const EVERY = 10;
const policies = loadPolicies();
const agreements = inForce(richLedger(), NOW);
const rows = randomRows(ROWS);
const VIEWERS: ViewerName[] = [
  "fabrica",
  "integra",
  "vega",
  "boulange",
  "claire",
  "paul",
  "autorite",
  "fisc",
  "etrangere",
];
type Session = Readonly<Record<string, string>>;

/** One view for all viewers: a column says of each class whether whoever asks may read the row. */
const viewOver = (columns: FactColumns) =>
  `create view asked as select row.id, ${DATA_CLASSES.map(
    (dataClass) =>
      `${sessionPredicate(policies, { dataClass, columns, viewer: sessionViewer })} as "${dataClass}"`,
  ).join(", ")} from facts as row cross join (${VIEWER_QUERY}) as viewer`;

/** What PostgreSQL answers in each of these sessions, row by row. */
async function answersIn(
  sessions: readonly Session[],
  columns: FactColumns = COLUMNS,
): Promise<Record<string, unknown>[][]> {
  await using database = await openTestDatabase({ contract: "asked", migrations: [] });
  // Awaited here: the database is dropped when this function ends.
  return await withClient(database.ownerUrl, async (client) => {
    await client.query(CREATE_TABLE);
    await client.query(INSERT_ROWS, [JSON.stringify(rows)]);
    await client.query(viewOver(columns));
    const answers: Record<string, unknown>[][] = [];
    for (const session of sessions) {
      for (const [name, value] of Object.entries(session))
        await client.query("select set_config($1, $2, false)", [name, value]);
      answers.push((await client.query<Record<string, unknown>>("select * from asked order by id")).rows);
    }
    return answers;
  });
}

/** The answers that a viewer's decisions give. */
function decisionsOf(
  name: ViewerName | Viewer,
  facts: readonly Facts[],
  known = agreements,
): Record<string, unknown>[] {
  const { decide } = createDecider(
    { policies, agreements: known },
    typeof name === "string" ? viewer(name) : name,
  );
  return facts.map((each, id) => ({
    id,
    ...Object.fromEntries(DATA_CLASSES.map((dataClass) => [dataClass, decide(dataClass, each).visible])),
  }));
}

const isForCedar = ({ id }: Readonly<Record<string, unknown>>) => Number(id) % EVERY === 0;
const cedar = openCedarReference(policies);

/** What Cedar's own implementation allows of a row. */
const cedarsViewOf =
  (name: ViewerName) =>
  (row: Row): Record<string, unknown> => {
    const decisions = DATA_CLASSES.map((dataClass) => {
      const request = policyRequestFor(agreements, viewer(name), { dataClass, facts: factsOf(row) });
      return [dataClass, cedar(request).decision === "allow"];
    });
    return { id: row.id, ...Object.fromEntries(decisions) };
  };

const allFacts = rows.map((row) => factsOf(row));
const publicOnly = Object.fromEntries(DATA_CLASSES.map((each) => [each, each === "PUBLIC"]));

describe("a predicate over the session", () => {
  it("answers every viewer as the decisions do, from one view", async () => {
    const answers = await answersIn(VIEWERS.map((name) => sessionVariables(viewer(name), agreements)));
    for (const [place, name] of VIEWERS.entries()) {
      expect([name, answers[place]]).toEqual([name, decisionsOf(name, allFacts)]);
    }
  });

  it("answers as Cedar's own implementation does, which shows and refuses rows of every class", async () => {
    const answers = await answersIn(VIEWERS.map((name) => sessionVariables(viewer(name), agreements)));
    const shown = new Map(VIEWERS.map((name, place) => [name, answers[place]?.filter(isForCedar)]));
    const allowed = new Map(VIEWERS.map((name) => [name, rows.filter(isForCedar).map(cedarsViewOf(name))]));
    expect(shown).toEqual(allowed);
    // Rows on which nothing ever happens would prove nothing.
    const all = [...allowed.values()].flat();
    const always = (outcome: boolean) =>
      DATA_CLASSES.filter((each) => all.every((row) => row[each] === outcome));
    expect({ shown: always(true), refused: always(false) }).toEqual({ shown: ["PUBLIC"], refused: [] });
  }, 600_000);

  it.each(FACT_NAMES)(
    "takes %s for missing on every row when the table does not hold it",
    async (missing) => {
      const without = <Held extends object>(held: Held) => ({ ...held, [missing]: undefined });
      const sessions = [sessionVariables(viewer("integra"), agreements)];
      const [answer] = await answersIn(sessions, without(COLUMNS));
      expect(answer).toEqual(decisionsOf("integra", allFacts.map(without)));
    },
  );

  it.each<[string, Session]>([
    ["nobody asks", {}],
    ["no ledger is known", sessionVariables(viewer("integra"), undefined)],
  ])("is true for nothing but what is public when %s", async (_, session) => {
    const [answer] = await answersIn([session]);
    expect(answer).toEqual(rows.map(({ id }) => ({ id, ...publicOnly })));
  });

  it("takes a consumer who claims a company's id for one without any customer relation", async () => {
    const liar: Viewer = { kind: "consumer", customers: [company("integra")], subject: "x" };
    const [answer] = await answersIn([sessionVariables(liar, agreements)]);
    expect(answer).toEqual(decisionsOf({ ...liar, customers: [] }, allFacts));
  });

  it.each(VIEWERS)("of %s needs a grantor for every row that agreements open", (name) => {
    const grantors = new Set(grantorsOf(viewerRecordOf(viewer(name), agreements)));
    const alone = decisionsOf(
      name,
      allFacts,
      inForce({ ...richLedger(), agreements: [], disclosures: [] }, NOW),
    );
    const together = decisionsOf(name, allFacts);
    const opened = allFacts.filter((_, id) =>
      DATA_CLASSES.some((each) => together[id]?.[each] === true && alone[id]?.[each] === false),
    );
    expect(opened.filter(({ owner = [] }) => !owner.some((each) => grantors.has(each)))).toEqual([]);
  });
});

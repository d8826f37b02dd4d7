import { openTestDatabase, withClient } from "@maillon/subgraph-kit/testing";
import { complianceSubgraph } from "../subgraph.ts";
import { statusOn } from "./status-on.ts";
import type { StatusFacts } from "./status-of.ts";
import { statusOf } from "./status-of.ts";

const now = new Date("2026-06-15T12:00:00Z");
const signed: StatusFacts = {
  draft: false,
  suspended: false,
  validFrom: "2026-01-01",
  validUntil: null,
  signedAt: new Date("2025-12-01T00:00:00Z"),
  refusedAt: null,
  terminatedOn: null,
};

const cases: [string, Partial<StatusFacts>, string][] = [
  ["signed and begun", {}, "ACTIVE"],
  ["begins today", { validFrom: "2026-06-15" }, "ACTIVE"],
  ["begins tomorrow", { validFrom: "2026-06-16" }, "PROPOSED"],
  ["not signed by all", { signedAt: null }, "PROPOSED"],
  ["ends tomorrow", { validUntil: "2026-06-16" }, "ACTIVE"],
  ["ends today", { validUntil: "2026-06-15" }, "EXPIRED"],
  ["never signed in time", { signedAt: null, validUntil: "2026-06-15" }, "EXPIRED"],
  ["halted", { suspended: true }, "SUSPENDED"],
  ["halted before it was signed", { suspended: true, signedAt: null }, "PROPOSED"],
  ["halted until it ended", { suspended: true, validUntil: "2026-06-01" }, "EXPIRED"],
  ["terminated for tomorrow", { terminatedOn: "2026-06-16" }, "ACTIVE"],
  ["terminated for today", { terminatedOn: "2026-06-15" }, "TERMINATED"],
  ["terminated before its end", { terminatedOn: "2026-06-01", validUntil: "2026-06-10" }, "TERMINATED"],
  ["refused", { signedAt: null, refusedAt: now }, "TERMINATED"],
  [
    "refused, and its time is over",
    { signedAt: null, refusedAt: now, validUntil: "2026-06-01" },
    "TERMINATED",
  ],
  ["still being written", { draft: true, signedAt: null }, "DRAFT"],
];

test.each(cases)("an agreement that is %s", (_, facts, status) => {
  expect(statusOf({ ...signed, ...facts }, now)).toBe(status);
});

test("the database tells the same status", async () => {
  const { name: contract, migrations } = complianceSubgraph;
  await using database = await openTestDatabase({ contract, migrations });
  const facts = cases.map(([, each]) => ({ ...signed, ...each }));
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query<{ status: string }>(
      `select ${statusOn("'2026-06-15'::date")} as status from jsonb_to_recordset($1)
         as this(place integer, draft boolean, suspended boolean, valid_from date, valid_until date,
                 signed_at timestamptz, refused_at timestamptz, terminated_on date) order by place`,
      [JSON.stringify(facts.map((each, place) => ({ place, ...columnsOf(each) })))],
    ),
  );
  expect(rows.map(({ status }) => status)).toEqual(cases.map(([, , status]) => status));
});

function columnsOf(facts: StatusFacts): Record<string, unknown> {
  const { draft, suspended, signedAt, refusedAt, validFrom, validUntil, terminatedOn } = facts;
  const dates = { valid_from: validFrom, valid_until: validUntil, terminated_on: terminatedOn };
  return { draft, suspended, signed_at: signedAt, refused_at: refusedAt, ...dates };
}

test("the day changes at midnight of UTC", () => {
  const facts = { ...signed, terminatedOn: "2026-06-15" };
  const statuses = ["2026-06-14T23:59:59.999Z", "2026-06-15T00:00:00Z"].map((at) =>
    statusOf(facts, new Date(at)),
  );
  expect(statuses).toEqual(["ACTIVE", "TERMINATED"]);
});

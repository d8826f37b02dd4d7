import * as fc from "fast-check";
import type { Ledger } from "@maillon/schema/policy";
import { PROOF } from "@maillon/schema/testing";
import {
  agreement,
  coOwned,
  company,
  disclosure,
  indicators,
  ledgerWith,
  pastPrices,
  service,
  sharing,
} from "@maillon/schema/testing";
import { FACT_NAMES, readFacts, type Facts } from "@maillon/schema/visibility";
import { DATA_CLASSES } from "@maillon/schema";
import type { FactColumn, FactColumns } from "@maillon/schema/policy";

const TYPES = { one: "text", many: "text[]", flag: "boolean", count: "integer" } as const;

/** A table that holds every fact, some as one id, some as a list. */
export const COLUMNS = {
  owner: { sql: "row.owner", holds: "many" },
  seller: { sql: "row.seller", holds: "one" },
  buyer: { sql: "row.buyer", holds: "many" },
  carrier: { sql: "row.carrier", holds: "one" },
  via: { sql: "row.via", holds: "many" },
  brand: { sql: "row.brand", holds: "one" },
  payer: { sql: "row.payer", holds: "one" },
  subject: { sql: "row.subject", holds: "many" },
  published: { sql: "row.published", holds: "flag" },
  category: { sql: "row.category", holds: "many" },
  basis: { sql: "row.basis", holds: "many" },
  group: { sql: 'row."group"', holds: "count" },
  agreement: { sql: "row.agreement", holds: "one" },
  product: { sql: "row.product", holds: "many" },
  territory: { sql: "row.territory", holds: "one" },
  age: { sql: "row.age", holds: "count" },
} as const satisfies FactColumns;

const columns: [string, FactColumn][] = Object.entries(COLUMNS);

/** The statement that makes the table. */
export const CREATE_TABLE = `create table facts (id integer primary key, ${columns
  .map(([name, { holds }]) => `"${name}" ${TYPES[holds]}`)
  .join(", ")})`;

/** The statement that fills it from a JSON list of rows. */
export const INSERT_ROWS = "insert into facts select * from json_populate_recordset(null::facts, $1::json)";

/** A row as the table holds it. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: number };

/** The facts that a row means. */
export function factsOf(row: Row): Facts {
  return readFacts(Object.fromEntries(FACT_NAMES.map((name) => [name, row[name]])));
}

const COMPANIES = [company("fabrica"), company("integra"), company("vega")];
const PARTIES = [...COMPANIES, company("boulange"), "cus_vega_claire"];
const POOLS: Readonly<Record<string, readonly string[]>> = {
  owner: COMPANIES,
  category: ["INTEGRATOR", "END_BUSINESS", "CONSUMER"],
  basis: ["CONTRACT", "AFTER_SALES", "PARTNER_SHARING"],
  agreement: ["fabrica-integra", "fabrica-vega-integra"],
  product: ["p1", "p2"],
  territory: ["FR", "BE"],
};

const valueOf = (name: string, { holds }: FactColumn): fc.Arbitrary<unknown> => {
  const pool = [...(POOLS[name] ?? PARTIES)];
  switch (holds) {
    case "one":
      return fc.option(fc.constantFrom(...pool));
    case "many":
      return fc.option(fc.subarray(pool, { maxLength: 2 }), { freq: 6 });
    case "flag":
      return fc.option(fc.boolean());
    case "count":
      return fc.constantFrom(null, 0, 2, 3, 5, 8, 60, 120);
  }
};

/** Rows with few names and many gaps. */
export function randomRows(count: number): Row[] {
  const row = fc.record(Object.fromEntries(columns.map(([name, column]) => [name, valueOf(name, column)])));
  return fc.sample(row, { numRuns: count, seed: PROOF.seed }).map((values, id) => ({ ...values, id }));
}

/** A ledger with clauses of every kind, with and without scope, and open disclosure requests. */
export function richLedger(): Ledger {
  const up = { from: "integra", to: "fabrica" } as const;
  const numbered = [
    sharing(up, "TRADE_CORE", "PSEUDONYMOUS"),
    sharing(up, "CUSTOMER_EXISTENCE", "PSEUDONYMOUS"),
    sharing({ from: "fabrica", to: "integra" }, "LOGISTICS", "NONE"),
    pastPrices(up, 90),
    indicators(5),
    service("fabrica", ["REPAIR"]),
  ].map((clause, place) => ({ ...clause, code: String(place) }));
  const shared = [
    coOwned(true),
    sharing({ from: "vega", to: "fabrica" }, "CUSTOMER_PROFILE", "FULL"),
    sharing({ from: "vega", to: "integra" }, "TRADE_CORE", "AGGREGATE"),
  ];
  return {
    ...ledgerWith({ disclosures: DATA_CLASSES.map((each) => disclosure("autorite", "integra", each)) }),
    agreements: [
      { ...agreement("fabrica-integra", numbered), territories: ["FR"], productScope: ["p1"] },
      { ...agreement("fabrica-integra", numbered.slice(0, 2)), id: "second", territories: ["BE"] },
      agreement("fabrica-vega-integra", shared),
    ],
  };
}

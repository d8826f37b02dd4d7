import { type DataClass, SUBGRAPHS } from "@maillon/schema";
import type { Ledger } from "@maillon/schema/ledger";
import { SECRET_TABLES } from "../cells/secret-tables.ts";
import { rowWith, type SecretTable } from "../cells/secret-table.ts";
import { nameOf } from "../cells/visible-world.ts";
import type { Persona } from "../chain/personas.ts";
import type { SecretChain } from "../chain/secret-chain.ts";
import type { Row } from "../chain/store.ts";
import { COLUMN_OF } from "../personas-of-demo.ts";
import { askForRows, type ShownPart } from "./ask-for-rows.ts";
import type { Matrix, Outcome } from "./matrix.ts";
import type { Reading } from "./reading.ts";
import { READINGS } from "./readings.ts";

/** What an endpoint may show of a cell. */
export type Appearance = "the value" | "null, with its reason" | "null, as if absent" | "another value";

/** What the endpoint shows of a cell, and what the matrix says. */
export interface CellReading {
  readonly cell: string;
  readonly expected: Appearance;
  readonly shown: Appearance;
}

/** Reads every cell of every table through the endpoint, for one viewer. */
export async function readCells(
  chain: SecretChain,
  persona: Persona,
  matrix: Matrix,
): Promise<CellReading[]> {
  const ledger = await chain.ledger();
  const cells: CellReading[] = [];
  for (const reading of READINGS) {
    const table = tableNamed(reading.table);
    const says = saysOf({ chain, persona, matrix, ledger, reading });
    for (const { row, parts } of await askForRows(chain, persona, reading)) {
      for (const [name, part] of Object.entries(parts)) {
        const stored = row[part.column] ?? null;
        const expected = says(table, row, table.parts[name]?.classes ?? []);
        cells.push({
          cell: `${nameOf(table, row)} ${name}`,
          expected: expected === "the value" && stored === null ? "null, as if absent" : expected,
          shown: appearanceOf(stored, part),
        });
      }
    }
  }
  return cells;
}

function tableNamed(name: string): SecretTable {
  const table = SECRET_TABLES.find((each) => each.name === name);
  if (!table) throw new Error(`No table is called ${name}.`);
  return table;
}

interface Asking {
  readonly chain: SecretChain;
  readonly persona: Persona;
  readonly matrix: Matrix;
  readonly ledger: Ledger;
  readonly reading: Reading;
}

/**
 * What the matrix says of the cells of a table. An operator holds no agreements but its own, and answers by
 * those; why something is kept back is told by the gateway, which knows them all.
 */
function saysOf({ chain, persona, matrix, ledger, reading }: Asking) {
  const { viewer } = persona;
  const { world } = chain.store;
  const column = COLUMN_OF[persona.name] ?? "";
  const operator = chain.companies[SUBGRAPHS[reading.operator].operator] ?? "";
  const at = Date.now();

  function outcomes(table: SecretTable, row: Row, classes: readonly DataClass[]): readonly Outcome[] {
    const facts = table.facts(row, world);
    const look = { viewer, facts, ledger, at };
    return [look, { ...look, knownTo: operator }].map((each) => matrix.outcome(column, classes, each));
  }
  const open = (...asked: Parameters<typeof outcomes>) => outcomes(...asked).every((each) => each === "Y");

  return (table: SecretTable, row: Row, classes: readonly DataClass[]): Appearance => {
    const { past, object = table.rows, silentTo = [] } = reading;
    const passed =
      !past || open(tableNamed(past.table), rowWith(world, past.table, row[past.by]), past.classes);
    if (silentTo.includes(column) || !passed || !open(table, row, [object])) return "null, as if absent";
    const [outcome, known] = outcomes(table, row, [object, ...classes]);
    if (outcome === "Y" && known === "Y") return "the value";
    return outcome === "N" ? "null, with its reason" : "null, as if absent";
  };
}

function appearanceOf(stored: unknown, { shown, refused }: ShownPart): Appearance {
  if (shown === null) return refused ? "null, with its reason" : "null, as if absent";
  return !refused && isSame(stored, shown) ? "the value" : "another value";
}

/** Whether the same is shown as is stored: numbers by their value, moments by their instant. */
function isSame(stored: unknown, shown: unknown): boolean {
  const [one, other] = [String(stored), String(shown)];
  if (one === other) return true;
  if (/^[\d.]+$/.test(one)) return Number(one) === Number(other);
  return Date.parse(one) === Date.parse(other);
}

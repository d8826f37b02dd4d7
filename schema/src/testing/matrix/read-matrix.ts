import { readFileSync } from "node:fs";
import { DATA_CLASSES, type DataClass } from "../../data-class.ts";
import type { Facts } from "../../visibility/fact.ts";
import { COMPANIES, type Terms, type ViewerName } from "../chain.ts";
import { OBJECTS } from "./objects.ts";
import { parseTerms } from "./parse-terms.ts";

/** The columns of the matrix: what the viewer is, relative to the object. */
export const COLUMNS = [
  "B1 manufacturer",
  "B2 intermediary",
  "B3 end business",
  "consumer",
  "administration",
  "regulator",
  "unrelated company",
] as const;

/** One viewer before one object. */
export interface MatrixCase {
  readonly dataClass: DataClass;
  readonly column: string;
  /** The matrix' cell that the case belongs to. */
  readonly cell: string;
  readonly viewer: ViewerName;
  readonly when: string;
  readonly facts: Facts;
  readonly terms: Terms;
  /** Y: reads it. N: null, and is told why. H: as if there were nothing. */
  readonly outcome: string;
  /** A rule that must be among the reasons; undefined: any. */
  readonly rule: string | undefined;
}

const FILE = new URL("../../../policies/matrix.md", import.meta.url);
// The lines of a table that are neither its head nor the dashes below it.
const CASE = /^\| (?!The viewer is|-)/;
const HEADING = /^## (\w+)$/;
const VIEWERS = new Set([...Object.keys(COMPANIES), "claire", "paul"]);

/** Reads the cases of `policies/matrix.md`; a line that it cannot read fails the test that asks for it. */
export function readMatrix(): MatrixCase[] {
  let dataClass: DataClass | undefined;
  return readFileSync(FILE, "utf8")
    .split("\n")
    .flatMap((line) => {
      const heading = HEADING.exec(line)?.[1];
      dataClass = heading === undefined ? dataClass : DATA_CLASSES.find((each) => each === heading);
      if (dataClass === undefined || !CASE.test(line)) return [];
      return [caseOf(dataClass, line)];
    });
}

function caseOf(dataClass: DataClass, line: string): MatrixCase {
  const cells = line.split("|").map((each) => each.trim());
  const [, column = "", cell = "", viewer = "", when = "", object = "", terms = "", outcome = "", rule] =
    cells;
  const facts = new Map<string, Facts>(Object.entries(OBJECTS)).get(object);
  if (!facts || !isViewer(viewer)) throw new Error(`The matrix has a line that cannot be read: ${line}`);
  return {
    dataClass,
    column,
    cell,
    viewer,
    when,
    facts,
    outcome,
    terms: parseTerms(terms),
    rule: rule === "" ? undefined : rule,
  };
}

function isViewer(name: string): name is ViewerName {
  return VIEWERS.has(name);
}

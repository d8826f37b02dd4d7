import type { DataClass } from "@maillon/schema";
import { ledgerWith, type MatrixCase, NOW, readMatrix, viewer } from "@maillon/schema/testing";
import { type Look, type Relation, relationOf, ROLES } from "./relation.ts";

/** Y: reads it. N: null, and is told why. H: as if there were nothing. */
export type Outcome = "Y" | "N" | "H";

/** The matrix, asked about whoever stands before an object as somebody does in one of its lines. */
export interface Matrix {
  /** What a viewer of a column gets of what needs all of these classes; what the matrix is silent on is hidden. */
  readonly outcome: (column: string, classes: readonly DataClass[], look: Look) => Outcome;
  /** The cells that were asked for and had a line, as `<class>, <column>: <outcome>`. */
  readonly asked: () => readonly string[];
  /** The same for every line that it has. */
  readonly all: readonly string[];
}

type Line = MatrixCase & { readonly relation: Relation };

/** Opens the table of cases in `schema/policies/matrix.md`. */
export function openMatrix(): Matrix {
  const lines = readMatrix().map((line) => ({ ...line, relation: relationOf(lookIn(line), line.dataClass) }));
  const byCell = Map.groupBy(lines, ({ dataClass, column }) => `${dataClass}, ${column}`);
  const asked = new Set<string>();

  function outcomeOf(column: string, dataClass: DataClass, look: Look): Outcome {
    const line = closest(byCell.get(`${dataClass}, ${column}`) ?? [], relationOf(look, dataClass));
    if (line) asked.add(nameOf(line));
    return outcomeIn(line);
  }

  return {
    outcome(column, classes, look) {
      const outcomes = new Set(classes.map((each) => outcomeOf(column, each, look)));
      if (outcomes.has("H")) return "H";
      return outcomes.has("N") ? "N" : "Y";
    },
    asked: () => [...asked].toSorted(),
    all: [...new Set(lines.map(nameOf))].toSorted(),
  };
}

const nameOf = ({ dataClass, column, outcome }: Line) => `${dataClass}, ${column}: ${outcome}`;

function outcomeIn(line: Line | undefined): Outcome {
  if (line?.outcome === "Y" || line?.outcome === "N") return line.outcome;
  return "H";
}

function lookIn({ viewer: name, facts, terms }: MatrixCase): Look {
  return { viewer: viewer(name), facts, ledger: ledgerWith(terms), at: NOW };
}

/** The line that names most of what the viewer is and of what was agreed, and nothing else. */
function closest(lines: readonly Line[], relation: Relation): Line | undefined {
  const fitting = lines.filter((line) => isWithin(line.relation, relation));
  const byRole = Map.groupBy(fullest(fitting, rolesOf), (line) => [...rolesOf(line)].join());
  const [line, ...others] = [...byRole.values()].map(mostOpen);
  if (others.some((other) => other?.outcome !== line?.outcome))
    throw new Error(`The matrix has two lines that come as close to: ${[...relation].join(", ")}.`);
  return line;
}

/** Clauses add up: what one of them opens, another one that does not leaves open. */
function mostOpen(lines: readonly Line[]): Line | undefined {
  const closests = fullest(lines, ({ relation }) => relation);
  return closests.find(({ outcome }) => outcome === "Y") ?? closests[0];
}

/** Those of which no other says all and more. */
function fullest(lines: readonly Line[], wordsOf: (line: Line) => Relation): Line[] {
  const isLess = (one: Relation, other: Relation) => one.size < other.size && isWithin(one, other);
  return lines.filter((line) => !lines.some((other) => isLess(wordsOf(line), wordsOf(other))));
}

const rolesOf = ({ relation }: Line) => new Set([...relation].filter((word) => ROLES.has(word)));
const isWithin = (one: Relation, other: Relation) => [...one].every((word) => other.has(word));

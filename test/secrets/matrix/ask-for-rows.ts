import { rowsIn } from "../cells/secret-table.ts";
import type { Persona } from "../chain/personas.ts";
import type { SecretChain } from "../chain/secret-chain.ts";
import type { Row } from "../chain/store.ts";
import { ID, type Reading } from "./reading.ts";

/** What an answer shows of one part of a row. */
export interface ShownPart {
  readonly column: string;
  /** Null where the row itself is not there. */
  readonly shown: unknown;
  /** Whether the answer gives a reason for it. */
  readonly refused: boolean;
}

/** A row and what of it is shown. */
export interface ShownRow {
  readonly row: Row;
  readonly parts: Readonly<Record<string, ShownPart>>;
}

interface Answer {
  readonly data?: Row;
  readonly extensions?: { readonly visibility?: readonly { readonly paths: readonly Path[] }[] };
}

type Path = readonly (string | number)[];

/** For one reason an answer names five places at most; so many objects share a question. */
const AT_ONCE = 5;

/** Asks for all rows of a table as a viewer. */
export async function askForRows(
  chain: SecretChain,
  persona: Persona,
  reading: Reading,
): Promise<ShownRow[]> {
  const { world } = chain.store;
  const byRoot = [...Map.groupBy(rowsIn(world, reading.table), (row) => reading.root(row, world))].filter(
    ([root]) => root !== undefined,
  );
  const atOnce = reading.way ? 1 : AT_ONCE;
  const found: ShownRow[] = [];
  for (let start = 0; start < byRoot.length; start += atOnce) {
    const some = byRoot.slice(start, start + atOnce);
    const asked = some.map(([root], index) => `r${index}: ${root} { ${selectionOf(reading)} }`);
    const { body } = await chain.ask(persona, { query: `{ ${asked.join(" ")} }` });
    const answer = JSON.parse(body) as Answer;
    if (!answer.data) throw new Error(`The chain does not answer: ${body}`);
    for (const [index, [, rows]] of some.entries())
      found.push(...rows.map((row) => ({ row, parts: partsIn(answer, [`r${index}`], { reading, row }) })));
  }
  return found;
}

function selectionOf({ way = [], key = way.length === 0 ? {} : ID, parts }: Reading): string {
  const fields = Object.entries({ ...key, ...parts }).map(([name, [selection]]) =>
    selection.split(" ")[0] === name ? selection : `${name}: ${selection}`,
  );
  return way.reduceRight(
    (selection, step) => `${step} { ${selection} }`,
    ["__typename", ...fields].join(" "),
  );
}

function partsIn(
  { data, extensions }: Answer,
  root: Path,
  { reading, row }: { readonly reading: Reading; readonly row: Row },
): ShownRow["parts"] {
  const { way = [], key = ID, parts } = reading;
  const isRow = (each: unknown) =>
    Object.entries(key).every(([name, [, column]]) => plain((each as Row | null)?.[name]) === row[column]);
  const [object, path] = follow(data, [...root, ...way], isRow);
  const reasons = new Set(
    (extensions?.visibility ?? []).flatMap(({ paths }) => paths.map((each) => each.join("."))),
  );
  return Object.fromEntries(
    Object.entries(parts).map(([name, [, column]]) => {
      const refused = reasons.has([...path, name].join("."));
      return [name, { column, shown: plain(object?.[name]), refused }];
    }),
  );
}

/** Goes down a path; in a list, to the member that is the row. Tells where it went. */
function follow(
  value: unknown,
  [step, ...rest]: Path,
  isRow: (each: unknown) => boolean,
): readonly [object: Row | undefined, path: Path] {
  if (Array.isArray(value)) {
    const place = value.findIndex(isRow);
    const [object, path] = follow(value[place], step === undefined ? [] : [step, ...rest], isRow);
    return [object, [place, ...path]];
  }
  if (typeof value !== "object" || value === null) return [undefined, []];
  if (step === undefined) return [value as Row, []];
  const [object, path] = follow((value as Row)[step], rest, isRow);
  return [object, [step, ...path]];
}

/** A company stands for its id, money for its amount. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? null;
  if (Array.isArray(value)) return value.map(plain);
  const { id, amount } = value as Row;
  return id ?? amount ?? null;
}

/** What one viewer was answered. */
export interface ViewerAnswer {
  readonly viewer: string;
  readonly data: unknown;
  /** `extensions.visibility`: why which places are null. */
  readonly visibility: readonly Refusal[];
}

/** A refusal as the gateway explains it. */
export interface Refusal {
  readonly coordinate: string;
  readonly rule: string;
  readonly reason: string;
  readonly missing: readonly string[];
  readonly paths: readonly (readonly (string | number)[])[];
}

/** A viewer's values by what their places are called in the table. */
type Column = ReadonlyMap<string, string>;

/**
 * Sets the answers of several viewers beside each other, as a Markdown table with a row for each value that
 * anybody got and, under it, the reason of each refusal. An object with an id has one place in the table,
 * wherever it stands in an answer.
 */
export function sideBySide(answers: readonly ViewerAnswer[]): string {
  const reasons = new Reasons();
  const places = new Places();
  const columns = answers.map((answer) => readColumn(answer, places, reasons));
  const rows = places.leaves(columns);
  const cells = rows.map((row) => [row, ...columns.map((column) => cellAt(column, row))]);
  const header = ["", ...answers.map(({ viewer }) => viewer)];
  return [...table([header, ...cells]), "", ...reasons.lines].join("\n").trimEnd();
}

/** Numbers reasons in the order in which they are met. */
class Reasons {
  readonly lines: string[] = [];
  private readonly numbers = new Map<string, number>();

  number({ coordinate, rule, reason, missing }: Refusal): number {
    const needed = missing.length > 0 ? ` Needed: ${missing.join(", or ")}.` : "";
    const line = `${coordinate}: ${reason}${needed} (${rule})`;
    const known = this.numbers.get(line);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
    this.numbers.set(line, number);
    this.lines.push(`${number}. ${line}`);
    return number;
  }
}

/** Calls list elements by their ordinal among all that any viewer saw in that list. */
class Places {
  private readonly ordinals = new Map<string, Map<string, number>>();

  element(list: string, element: unknown, index: number): string {
    const id = isRecord(element) ? element["id"] : undefined;
    const known = this.ordinals.get(list) ?? new Map<string, number>();
    this.ordinals.set(list, known);
    const key = typeof id === "string" ? id : `#${index}`;
    const ordinal = known.get(key) ?? known.size + 1;
    known.set(key, ordinal);
    return `${list}[${ordinal}]`;
  }

  /**
   * The places that hold a value for somebody, and those that are null for all; in order, elements by their
   * ordinal.
   */
  leaves(columns: readonly Column[]): string[] {
    const all = [...new Set(columns.flatMap((column) => [...column.keys()]))];
    const leaves = all.filter(
      (place) => !all.some((other) => other.startsWith(`${place}.`) || other.startsWith(`${place}[`)),
    );
    return leaves.toSorted(byOrdinals(all));
  }
}

/** Keeps the order in which fields were met, but lists by ordinal, whoever saw an element first. */
function byOrdinals(met: readonly string[]): (one: string, other: string) => number {
  const order = new Map<string, number>();
  for (const place of met) for (const step of stepsOf(place)) order.set(step, order.get(step) ?? order.size);
  return (one, other) => {
    const [left, right] = [stepsOf(one), stepsOf(other)];
    for (const [index, step] of left.entries()) {
      const beside = right[index];
      if (beside === undefined) return 1;
      if (step !== beside) return ordinalOf(step, order) - ordinalOf(beside, order);
    }
    return -1;
  };
}

function stepsOf(place: string): string[] {
  return place.split(/\.|(?=\[)/);
}

function ordinalOf(step: string, order: ReadonlyMap<string, number>): number {
  const ordinal = /^\[(\d+)\]$/.exec(step)?.[1];
  return ordinal === undefined ? (order.get(step) ?? 0) : Number(ordinal);
}

function readColumn({ data, visibility }: ViewerAnswer, places: Places, reasons: Reasons): Column {
  const column = new Map<string, string>();
  const refused = new Map(
    visibility.flatMap((refusal) => refusal.paths.map((path) => [JSON.stringify(path), refusal] as const)),
  );
  const visit = (value: unknown, place: string, path: readonly (string | number)[]): void => {
    const refusal = refused.get(JSON.stringify(path));
    if (Array.isArray(value))
      for (const [index, each] of value.entries())
        visit(each, places.element(place, each, index), [...path, index]);
    else if (isRecord(value))
      for (const [key, each] of Object.entries(value))
        visit(each, place ? `${place}.${key}` : key, [...path, key]);
    else
      column.set(
        place,
        value === null && refusal ? `null (${reasons.number(refusal)})` : JSON.stringify(value),
      );
  };
  visit(data, "", []);
  return column;
}

/** What a viewer reads at a place: the value, the null of what is around it, or nothing. */
function cellAt(column: Column, place: string): string {
  let around = place;
  while (around !== "") {
    const value = column.get(around);
    if (value !== undefined) return value;
    around = around.replace(/(\.[^.[\]]*|\[\d+\]|^[^.[]*)$/, "");
  }
  return "";
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0), 3),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`;
  const [header = [], ...others] = rows;
  return [line(header), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...others.map(line)];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

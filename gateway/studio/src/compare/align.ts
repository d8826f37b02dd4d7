import { type AnswerPath, pathOf } from "../answer/answer-path.ts";
import { isList, isObject, type Json } from "../gateway/json.ts";

/** One line of a comparison: the same place in several answers. */
export interface AlignedRow {
  /** Unique in the comparison. */
  readonly key: string;
  readonly label: string;
  readonly depth: number;
  readonly cells: readonly AlignedCell[];
  /** Whether the answers differ here. */
  readonly differs: boolean;
}

/** What one answer holds at a place. */
export interface AlignedCell {
  /** Undefined when the answer has nothing there. */
  readonly value: Json | undefined;
  readonly path: AnswerPath;
  /** Whether an object around it is null here: the object's own row has said so. */
  readonly covered?: boolean;
}

interface Child {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly AlignedCell[];
}

/** Sets answers side by side: members by name, list items by the object's id, or else by position. */
export function align(answers: readonly (Json | undefined)[]): readonly AlignedRow[] {
  const rows: AlignedRow[] = [];
  const cells = answers.map((value) => ({ value, path: "" }));
  for (const child of childrenOf(cells)) alignChild(child, 0, rows);
  return rows;
}

function alignChild({ key, label, cells }: Child, depth: number, rows: AlignedRow[]): void {
  const texts = cells.filter(({ covered }) => !covered).map(({ value }) => comparable(value));
  rows.push({ key, label, depth, cells, differs: new Set(texts).size > 1 });
  if (!cells.some(({ value }) => isObject(value) || isList(value))) return;
  for (const child of childrenOf(cells)) {
    alignChild({ ...child, key: pathOf(key, child.key) }, depth + 1, rows);
  }
}

function childrenOf(cells: readonly AlignedCell[]): Child[] {
  const keyed = cells.map(({ value, path }) => keyedChildren(value, path));
  const keys = [...new Set(keyed.flatMap((children) => [...children.keys()]))];
  return keys.map((key) => ({
    key,
    label: keyed.find((children) => children.has(key))?.get(key)?.label ?? key,
    cells: keyed.map((children, index) => children.get(key)?.cell ?? missingBelow(cells[index])),
  }));
}

function missingBelow(parent: AlignedCell | undefined): AlignedCell {
  const covered = parent?.covered === true || parent?.value === null;
  return { value: undefined, path: "", covered };
}

interface KeyedChild {
  readonly label: string;
  readonly cell: AlignedCell;
}

function keyedChildren(value: Json | undefined, path: AnswerPath): ReadonlyMap<string, KeyedChild> {
  if (isObject(value)) {
    return new Map(
      Object.entries(value).map(([key, member]) => [
        key,
        { label: key, cell: { value: member, path: pathOf(path, key) } },
      ]),
    );
  }
  if (!isList(value)) return new Map();
  return new Map(
    value.map((item, index) => [
      idOf(item) ?? `#${index}`,
      { label: nameOf(item) ?? `${index + 1}`, cell: { value: item, path: pathOf(path, index) } },
    ]),
  );
}

function idOf(item: Json): string | undefined {
  return isObject(item) && typeof item["id"] === "string" ? item["id"] : undefined;
}

/** What a reader calls the object. */
function nameOf(item: Json): string | undefined {
  if (!isObject(item)) return undefined;
  return [item["name"], item["number"], item["code"], item["id"]].find((each) => typeof each === "string");
}

/** Two objects do not differ by themselves, their members do; two lists do when one is longer. */
function comparable(value: Json | undefined): string {
  if (isList(value)) return `[${value.length}]`;
  return isObject(value) ? "{}" : String(JSON.stringify(value));
}

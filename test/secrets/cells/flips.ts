import type { Decider } from "@maillon/schema/policy";
import type { Row, World } from "../chain/store.ts";
import type { Dice } from "./dice.ts";
import { SECRET_TABLES } from "./secret-tables.ts";
import { rowsIn, type SecretTable } from "./secret-table.ts";
import { nameOf, visibleWorld } from "./visible-world.ts";

/** Another value of one cell, or the absence of one row, that a viewer must not be able to tell. */
export interface Flip {
  /** Such as `orders.trade_order ord_integra_… total`. */
  readonly cell: string;
  readonly row: string;
  /** The columns that change; undefined: the row goes. */
  readonly columns: Row | undefined;
}

/**
 * Chooses another value for every cell that a viewer may not read, and lets some rows vanish that she may not
 * know of. A value that decisions turn on changes only where no decision of hers does: then nothing may show.
 */
export function chooseFlips(world: World, decider: Decider, dice: Dice): readonly Flip[] {
  const visible = visibleWorld(world, decider);
  const chosen: Flip[] = [];
  let changed = world;
  const decisions = new Map(SUBGRAPHS_OF_TABLES.map((each) => [each, visible.decisions(each)]));
  for (const { table, row, name, part } of cellsOf(world)) {
    if (visible.mayReadPart(table, row, part)) continue;
    const flip = flipOf(table, { row: rowNamed(changed, table, row), name }, (each) =>
      part.change.of(each, dice, world),
    );
    const next = flip && applyFlips(changed, [flip]);
    const subgraph = subgraphOf(table);
    if (!next || (part.fact && visibleWorld(next, decider).decisions(subgraph) !== decisions.get(subgraph)))
      continue;
    changed = next;
    chosen.push(flip);
  }
  return [...chosen, ...vanishing(changed, decider, dice)];
}

const SUBGRAPHS_OF_TABLES = [...new Set(SECRET_TABLES.map((table) => subgraphOf(table)))];

function subgraphOf({ name }: SecretTable): string {
  return name.split(".")[0] ?? "";
}

function rowNamed(world: World, table: SecretTable, row: Row): Row {
  return rowsIn(world, table.name).find((each) => nameOf(table, each) === nameOf(table, row)) ?? row;
}

/** Every cell of the chain that anybody could be kept from. */
export function cellsOf(world: World) {
  return SECRET_TABLES.flatMap((table) =>
    rowsIn(world, table.name).flatMap((row) =>
      Object.entries(table.parts).map(([name, part]) => ({ table, row, name, part })),
    ),
  );
}

function flipOf(
  table: SecretTable,
  { row, name }: { readonly row: Row; readonly name: string },
  change: (row: Row) => Row | undefined,
): Flip | undefined {
  const next = change(row);
  if (!next) return undefined;
  const columns = Object.entries(next).filter(([column, value]) => row[column] !== value);
  if (columns.length === 0) return undefined;
  return {
    cell: `${nameOf(table, row)} ${name}`,
    row: nameOf(table, row),
    columns: Object.fromEntries(columns),
  };
}

/** One hidden row in three, with all that belongs to it, if that is hidden too. */
function vanishing(world: World, decider: Decider, dice: Dice): Flip[] {
  const visible = visibleWorld(world, decider);
  const flips: Flip[] = [];
  for (const table of SECRET_TABLES) {
    for (const row of rowsIn(world, table.name)) {
      if (table.children === undefined || dice.below(3) > 0) continue;
      const family = [[table, row] as const, ...childrenOf(table, row, world)];
      if (family.some(([each, member]) => visible.mayRead(each, member, []))) continue;
      const gone = family.map(([each, member]) => nameOf(each, member));
      const going = gone.map((name): Flip => ({ cell: `${name} (row)`, row: name, columns: undefined }));
      const names = new Set([...flips, ...going].map((each) => each.row));
      const left = applyFlips(world, [...flips, ...going]);
      const subgraph = subgraphOf(table);
      if (visibleWorld(left, decider).decisions(subgraph) === visible.decisions(subgraph, names))
        flips.push(...going);
    }
  }
  return flips;
}

function childrenOf({ children = {} }: SecretTable, { id }: Row, world: World) {
  return SECRET_TABLES.flatMap((table) => {
    const column = children[table.name];
    const rows = column === undefined ? [] : rowsIn(world, table.name).filter((row) => row[column] === id);
    return rows.map((row) => [table, row] as const);
  });
}

/** The world after some flips; tables without a flip stay the very same. */
export function applyFlips(world: World, flips: readonly Flip[]): World {
  const byRow = Map.groupBy(flips, ({ row }) => row);
  const touched = new Set(flips.map(({ row }) => row.split(" ")[0]));
  const next = new Map(world);
  for (const table of SECRET_TABLES.filter(({ name }) => touched.has(name))) {
    const rows = rowsIn(world, table.name).flatMap((row) => {
      const own = byRow.get(nameOf(table, row)) ?? [];
      if (own.some(({ columns }) => columns === undefined)) return [];
      return own.length === 0 ? [row] : [Object.assign({}, row, ...own.map(({ columns }) => columns)) as Row];
    });
    next.set(table.name, rows);
  }
  return next;
}

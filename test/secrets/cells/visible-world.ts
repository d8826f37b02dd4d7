import type { DataClass } from "@maillon/schema";
import type { Decider, ObjectDecisions } from "@maillon/schema/policy";
import type { Row, World } from "../chain/store.ts";
import { SECRET_TABLES } from "./secret-tables.ts";
import { type Part, rowsIn, type SecretTable } from "./secret-table.ts";

/** What one viewer may see of the whole world, by the policies and the agreements in force. */
export interface VisibleWorld {
  /** Whether the viewer may read what needs these classes. */
  readonly mayRead: (table: SecretTable, row: Row, classes: readonly DataClass[]) => boolean;
  /** Whether the viewer may read a part of a row, there or elsewhere. */
  readonly mayReadPart: (table: SecretTable, row: Row, part: Part) => boolean;
  /**
   * All decisions on the rows of one company with their reasons: what of facts may show through them. Without
   * the rows that are left out.
   */
  readonly decisions: (subgraph: string, without?: ReadonlySet<string>) => string;
}

const NONE: ReadonlySet<string> = new Set();

/** Names a row: `orders.trade_order ord_integra_…`. */
export function nameOf({ name, key }: SecretTable, row: Row): string {
  return [name, ...key.map((column) => String(row[column]))].join(" ");
}

/** Finds what of a world the viewer may see for whom decisions are made. */
export function visibleWorld(world: World, decider: Decider): VisibleWorld {
  const on = (table: SecretTable, row: Row): ObjectDecisions => decider.on(table.facts(row, world));
  const mayRead: VisibleWorld["mayRead"] = (table, row, classes) =>
    on(table, row).ofAll([table.rows, ...classes]).visible;
  return {
    mayRead,
    mayReadPart: (table, row, { classes, elsewhere = [] }) =>
      mayRead(table, row, classes) || elsewhere.some((each) => on(table, row).of(each).visible),
    decisions(subgraph, without = NONE) {
      const own = SECRET_TABLES.filter(({ name }) => name.startsWith(`${subgraph}.`));
      const texts = own.flatMap((table) => {
        const classes = [...new Set(Object.values(table.parts).flatMap((part) => part.classes))];
        return rowsIn(world, table.name)
          .filter((row) => !without.has(nameOf(table, row)))
          .map((row) => textOf(nameOf(table, row), [table.rows, ...classes], on(table, row)));
      });
      return texts.sort().join("\n");
    },
  };
}

function textOf(name: string, classes: readonly DataClass[], decisions: ObjectDecisions): string {
  const told = classes.map((each) => {
    const { effect, because, ...rest } = decisions.of(each);
    // What is hidden is told in one way, whatever hid it.
    return effect === "HIDDEN" ? [each, effect] : [each, effect, because, "missing" in rest && rest.missing];
  });
  return JSON.stringify([name, told]);
}

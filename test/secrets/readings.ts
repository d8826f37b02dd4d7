import type { SubgraphName, Viewer } from "@maillon/schema";
import { createDecider } from "@maillon/schema/policy";
import { lookAt, nameOf } from "./cells/sight-of-world.ts";
import { SECRET_TABLES } from "./cells/secret-tables.ts";
import { rowsIn, texts } from "./cells/secret-table.ts";
import type { Persona } from "./chain/personas.ts";
import type { SecretChain } from "./chain/secret-chain.ts";
import type { Row } from "./chain/store.ts";

/** How the rows of a table are read through the endpoint. */
interface Reading {
  readonly table: string;
  readonly operator: SubgraphName;
  /** Where the operator tells fewer than the matrix allows. */
  readonly tells?: (row: Row, viewer: Viewer) => boolean;
  /** The root field that leads to a row, and the fields on the way from there. */
  readonly root: (row: Row) => string;
  readonly way?: readonly string[];
  /** By part: what to select of the row, and the column that it must show. */
  readonly parts: Readonly<Record<string, readonly [selection: string, column: string]>>;
}

const byId = (field: string, column: string) => (row: Row) => `${field}(id: ${JSON.stringify(row[column])})`;

/** Every part that can be asked for, by the table that holds it. */
export const READINGS: readonly Reading[] = [
  {
    operator: "orders",
    table: "orders.trade_order",
    root: byId("order", "id"),
    parts: {
      number: ["number", "number"],
      state: ["state", "state"],
      channel: ["channel", "channel"],
      purchaseOrderNumber: ["purchaseOrderNumber", "purchase_order_number"],
      commitment: ["commitment", "commitment"],
      placedAt: ["placedAt", "placed_at"],
      seller: ["seller { id }", "seller_id"],
      intermediary: ["intermediary { id }", "intermediary_id"],
      model: ["model", "model"],
      buyer: ["buyer { id }", "buyer_id"],
      customer: ["customer { id }", "customer_id"],
      destination: ["destination", "destination"],
      total: ["total { amount }", "total_amount"],
      tax: ["tax { amount }", "tax_amount"],
      incoterm: ["incoterm", "incoterm"],
      requestedDeliveryAt: ["requestedDeliveryAt", "requested_delivery_at"],
    },
  },
  {
    operator: "orders",
    table: "orders.order_line",
    root: byId("order", "order_id"),
    way: ["lines"],
    parts: {
      product: ["product { id }", "product_id"],
      unit: ["unit", "unit"],
      quantity: ["quantity", "quantity"],
      unitPrice: ["unitPrice { amount }", "unit_amount"],
    },
  },
  {
    operator: "orders",
    table: "orders.offer",
    root: byId("product", "product_id"),
    way: ["offers"],
    parts: {
      price: ["price { amount }", "price_amount"],
      stock: ["stock", "stock"],
      available: ["available", "available"],
      seller: ["seller { id }", "seller_id"],
    },
  },
  {
    operator: "catalogue",
    table: "catalogue.product_cost",
    root: byId("product", "id"),
    parts: { amount: ["unitCost { amount }", "amount"] },
  },
  {
    operator: "catalogue",
    table: "catalogue.price_list",
    root: byId("priceList", "id"),
    parts: {
      currency: ["currencyCode", "currency_code"],
      validFrom: ["validFrom", "valid_from"],
      buyer: ["buyer { id }", "buyer_id"],
    },
  },
  {
    operator: "customers",
    table: "customers.customer",
    root: byId("customer", "id"),
    parts: {
      acquiredThrough: ["acquiredThrough { id }", "acquired_through_id"],
      organization: ["organization { id }", "organization_id"],
    },
  },
  {
    operator: "customers",
    table: "customers.customer_profile",
    root: byId("customer", "customer_id"),
    parts: { stage: ["stage", "stage"], loyaltyPoints: ["loyaltyPoints", "loyalty_points"] },
  },
  {
    operator: "compliance",
    table: "compliance.agreement",
    // A regulator may know of every agreement; this operator tells those who are a party.
    tells: (row, viewer) =>
      viewer.kind === "company" && texts(row["party_ids"]).includes(viewer.organization),
    root: byId("agreement", "id"),
    parts: {
      model: ["model", "model"],
      validFrom: ["validFrom", "valid_from"],
      essence: ["essenceForDataSubjects", "essence_for_data_subjects"],
    },
  },
];

/** What the endpoint shows of a cell, and what the matrix says. */
export interface CellReading {
  readonly cell: string;
  readonly mayRead: boolean;
  /** By what the operator of the database knows, who holds no agreements but its own: it may keep back more. */
  readonly mayBeTold: boolean;
  /** What the owner's database holds. */
  readonly stored: unknown;
  readonly shown: unknown;
}

/** Reads every cell of every table through the endpoint. */
export async function readCells(chain: SecretChain, persona: Persona): Promise<CellReading[]> {
  const { world } = chain.store;
  const { viewer } = persona;
  const sight = lookAt(world, createDecider(await chain.sources(), viewer));
  const cells: CellReading[] = [];
  for (const reading of READINGS) {
    const sources = await chain.sourcesAt(reading.operator);
    const owner = lookAt(world, createDecider(sources, viewer));
    const table = SECRET_TABLES.find(({ name }) => name === reading.table);
    if (!table) throw new Error(`No table is called ${reading.table}.`);
    const rows = rowsIn(world, reading.table);
    const objects = await objectsOf(chain, persona, { reading, rows });
    for (const { row, name, column, shown } of shownIn(reading, rows, objects)) {
      const part = table.parts[name];
      if (!part) throw new Error(`${reading.table} has no part ${name}.`);
      cells.push({
        cell: `${nameOf(table, row)} ${name}`,
        mayRead: sight.mayReadPart(table, row, part),
        mayBeTold: owner.mayReadPart(table, row, part) && (reading.tells?.(row, viewer) ?? true),
        stored: row[column] ?? null,
        shown,
      });
    }
  }
  return cells;
}

function shownIn({ parts }: Reading, rows: readonly Row[], objects: readonly (Row | undefined)[]) {
  return rows.flatMap((row, index) =>
    Object.entries(parts).map(([name, [, column]]) => ({
      row,
      name,
      column,
      shown: plain(objects[index]?.[name]),
    })),
  );
}

const AT_ONCE = 12;

async function objectsOf(
  chain: SecretChain,
  persona: Persona,
  { reading, rows }: { readonly reading: Reading; readonly rows: readonly Row[] },
): Promise<(Row | undefined)[]> {
  const { root, way = [], parts } = reading;
  const fields = Object.entries(parts).map(([name, [selection]]) =>
    selection.split(" ")[0] === name ? selection : `${name}: ${selection}`,
  );
  const inner = way.reduceRight((selection, step) => `${step} { ${selection} }`, `id ${fields.join(" ")}`);
  const found: (Row | undefined)[] = [];
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const some = rows.slice(start, start + AT_ONCE);
    const asked = some.map((row, index) => `r${index}: ${root(row)} { ${inner} }`);
    const { body } = await chain.ask(persona, { query: `{ ${asked.join(" ")} }` });
    const { data } = JSON.parse(body) as { data?: Record<string, unknown> };
    found.push(...some.map((row, index) => objectIn(data?.[`r${index}`], way, row["id"])));
  }
  return found;
}

function objectIn(value: unknown, [step, ...rest]: readonly string[], id: unknown): Row | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (step === undefined) return value as Row;
  const next: unknown = (value as Row)[step];
  if (!Array.isArray(next)) return objectIn(next, rest, id);
  return next.find((each: Row | null) => each?.["id"] === id) as Row | undefined;
}

/** A company stands for its id, money for its amount. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? null;
  const { id, amount } = value as Row;
  return id ?? amount ?? null;
}

/** Whether the same is shown as is stored: numbers by their value, moments by their instant. */
export function isSame(stored: unknown, shown: unknown): boolean {
  if (stored === null || shown === null) return stored === shown;
  const [one, other] = [String(stored), String(shown)];
  if (one === other) return true;
  if (/^[\d.]+$/.test(one)) return Number(one) === Number(other);
  return Date.parse(one) === Date.parse(other);
}

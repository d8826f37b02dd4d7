import type { Viewer } from "@maillon/schema";
import type { ImportEvent } from "@maillon/schema/exchange";
import {
  type DeliveredRecords,
  importedId,
  importRecords,
  nothingAgreedBy,
  openTestSubgraph,
  type TestSubgraph,
  type TestSubgraphOptions,
} from "@maillon/subgraph-kit/testing";
import { importers } from "../import/importers.ts";
import { orders } from "../subgraph.ts";

/** Ids of companies, products and orders by their names in the tests. */
export const idOf = importedId;

/** Somebody at a company who buys for it, or who has the roles that are named. */
export function company(name: string, roles: readonly string[] = ["buying"]): Viewer {
  return { kind: "company", organization: idOf("companies", name), roles, subject: `someone at ${name}` };
}

/** A consumer under the customer relations of these names. */
export function consumer(...names: string[]): Viewer {
  return { kind: "consumer", customers: names.map((name) => idOf("customers", name)), subject: "a consumer" };
}

const COMPANIES = ["fabrica", "integra", "rivalis", "vega", "boulange", "nantes"];

/** The companies that the tests name; none grants another one anything. */
const NOTHING_AGREED = nothingAgreedBy(
  Object.fromEntries(COMPANIES.map((name) => [idOf("companies", name), []])),
);

/** The subgraph with a database of its own, for one test. */
export interface TestOrders extends TestSubgraph {
  /** Imports another delivery. */
  deliver(records: DeliveredRecords): Promise<ImportEvent[]>;
}

/** Opens the subgraph with the records of a delivery: `await using orders = await openOrders({ orders: […] })`. */
export async function openOrders(
  records: DeliveredRecords = {},
  options: TestSubgraphOptions = {},
): Promise<TestOrders> {
  const opened = await openTestSubgraph(orders, { agreements: () => NOTHING_AGREED, ...options });
  const deliver = (delivered: DeliveredRecords) => importRecords(opened.owner, importers, delivered);
  for (const event of await deliver(records)) {
    // A test that arranges less than it says would pass for the wrong reason.
    if (event.type === "rejected") throw new Error(`${event.file}:${event.line}: ${event.reason}`);
  }
  return { ...opened, deliver };
}

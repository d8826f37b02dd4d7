import type { Viewer } from "@maillon/schema";
import { exchangeIds, type ExchangeFile, type ExchangeInput, parseRecord } from "@maillon/schema/exchange";
import { type Importer, openDatabase } from "@maillon/subgraph-kit";
import { openTestSubgraph, type TestSubgraph } from "@maillon/subgraph-kit/testing";
import { importAwards } from "../import/import-awards.ts";
import { importOffers } from "../import/import-offers.ts";
import { importOrders } from "../import/import-orders.ts";
import { orders as subgraph } from "../subgraph.ts";

/** Ids of companies, products and orders by their names in the tests. */
export const idOf = exchangeIds({ source: "test", secret: "only the tests know it" });

/** Somebody who buys for a company. */
export function company(name: string, ...roles: string[]): Viewer {
  const organization = idOf("companies", name);
  return { kind: "company", organization, roles: roles.length > 0 ? roles : ["buying"], subject: "s" };
}

/** A consumer under the customer relations of these names. */
export function consumer(...names: string[]): Viewer {
  return { kind: "consumer", customers: names.map((name) => idOf("customers", name)), subject: "s" };
}

/** Records as a delivery would bring them. */
export interface TestDelivery {
  readonly offers?: readonly ExchangeInput<"offers">[];
  readonly orders?: readonly ExchangeInput<"orders">[];
  readonly awards?: readonly ExchangeInput<"awards">[];
}

/** The subgraph with a database of its own, for one test. */
export interface TestOrders extends TestSubgraph {
  /** Imports records as a delivery does; rejects with the reason when one of them is not acceptable. */
  deliver(delivery: TestDelivery): Promise<void>;
}

/** Opens the subgraph with the records of a delivery: `await using orders = await openOrders({ orders: […] })`. */
export async function openOrders(delivery: TestDelivery = {}): Promise<TestOrders> {
  const opened = new AsyncDisposableStack();
  const asked = opened.use(await openTestSubgraph(subgraph));
  const owner = opened.use(await openDatabase({ url: asked.ownerUrl, entities: subgraph.entities }));
  async function importAll<File extends ExchangeFile>(
    file: File,
    records: readonly ExchangeInput<File>[] | undefined,
    importer: Importer<File>,
  ): Promise<void> {
    const read = (records ?? []).map((record) => parseRecord(file, record));
    const wrong = read.find((each) => !each.ok);
    if (wrong !== undefined && !wrong.ok) throw new Error(wrong.reason);
    const parsed = read.flatMap((each) => (each.ok ? [each.record] : []));
    if (parsed.length > 0) await owner.asOwner().transactional((em) => importer(parsed, { em, idOf }));
  }
  async function deliver({ offers, orders, awards }: TestDelivery): Promise<void> {
    await importAll("offers", offers, importOffers);
    await importAll("orders", orders, importOrders);
    await importAll("awards", awards, importAwards);
  }
  await deliver(delivery);
  return { ...asked, deliver, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

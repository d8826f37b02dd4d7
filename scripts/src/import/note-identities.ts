import { exchangeIds, parseRecord, type ExchangeFile } from "@maillon/schema/exchange";
import { addIdentities } from "../demo/identities.ts";
import type { Accepted } from "./check-delivery.ts";

/** The source of the demo chain, whose companies are called by their keys alone. */
export const DEMO_SOURCE = "demo";

interface Place {
  readonly home: string;
  readonly source: string;
  readonly secret: string;
}

/**
 * Notes which companies and consumers an import brought, so that `npm run token` can speak for them. A company goes by
 * its key when it is of the demo chain or the source itself (`northwind`), else by both (`northwind.customer-alfki`).
 */
export async function noteIdentities(
  files: ReadonlyMap<ExchangeFile, readonly Accepted[]>,
  { home, source, secret }: Place,
): Promise<void> {
  const idOf = exchangeIds({ source, secret });
  const nameOf = (key: string) => (source === DEMO_SOURCE || key === source ? key : `${source}.${key}`);
  const companies = (files.get("companies") ?? []).map(({ record: { key } }) => [
    nameOf(key),
    idOf("companies", key),
  ]);
  const relations = Map.groupBy(consumerRelations(files.get("customers") ?? []), ({ person }) =>
    nameOf(person),
  );
  const consumers = Array.from(relations, ([person, own]) => [
    person,
    own.map(({ key }) => idOf("customers", key)),
  ]);
  await addIdentities(home, {
    companies: Object.fromEntries(companies),
    consumers: Object.fromEntries(consumers),
  });
}

function consumerRelations(customers: readonly Accepted[]): { key: string; person: string }[] {
  return customers.flatMap(({ record }) => {
    const parsed = parseRecord("customers", record);
    const person = parsed.ok ? parsed.record.person : undefined;
    return person === undefined ? [] : [{ key: record.key, person }];
  });
}

import { RejectedRecord } from "@maillon/subgraph-kit";
import type { ImportTools } from "@maillon/subgraph-kit";
import type { CustomerRecord, ExchangeFile } from "@maillon/schema/exchange";
import { Consent } from "../customer/consent.ts";
import type { ConsentRow } from "../customer/consent.ts";
import { CustomerHolding } from "../customer/customer-holding.ts";
import type { CustomerHoldingRow } from "../customer/customer-holding.ts";
import { CustomerProfile } from "../customer/customer-profile.ts";
import type { CustomerProfileRow } from "../customer/customer-profile.ts";
import { Customer } from "../customer/customer.ts";
import type { CustomerRow } from "../customer/customer.ts";

/** Stores customers; the holders and consents of a customer are those of the record and no others. */
export async function importCustomers(records: readonly CustomerRecord[], tools: ImportTools): Promise<void> {
  const { em } = tools;
  const customers = records.map((record) => customerOf(record, tools));
  await em.upsertMany(Customer, customers);
  await em.upsertMany(
    CustomerProfile,
    records.map((record) => profileOf(record, tools)),
  );
  const ofThese = { customerId: { $in: customers.map(({ id }) => id) } };
  await em.nativeDelete(CustomerHolding, ofThese);
  await em.insertMany(
    CustomerHolding,
    records.flatMap((record) => holdingsOf(record, tools)),
  );
  await em.nativeDelete(Consent, ofThese);
  await em.insertMany(
    Consent,
    records.flatMap((record) => consentsOf(record, tools)),
  );
}

function customerOf(record: CustomerRecord, tools: ImportTools): CustomerRow {
  const owner = record.holders.find(({ role }) => role !== "INTERMEDIARY");
  if (owner === undefined)
    throw new RejectedRecord("holders: are all intermediaries, so that nobody owns her");
  return {
    id: tools.idOf("customers", record.key),
    kind: record.kind,
    country: record.country ?? null,
    organizationId: idOrNull("companies", record.organization, tools),
    personId: idOrNull("people", record.person, tools),
    acquiredThroughId: idOrNull("companies", record.acquiredThrough, tools),
    registeredById: tools.idOf("companies", owner.company),
  };
}

function profileOf(record: CustomerRecord, { idOf }: ImportTools): CustomerProfileRow {
  const { key, stage, segments, situation = null, loyaltyPoints = null, introduced } = record;
  const introducedIds = introduced.map((company) => idOf("companies", company));
  return { id: idOf("customers", key), stage, segments, situation, loyaltyPoints, introducedIds };
}

function holdingsOf({ key, holders }: CustomerRecord, tools: ImportTools): CustomerHoldingRow[] {
  return holders.map(({ company, role, agreement, since, until = null }) => ({
    customerId: tools.idOf("customers", key),
    organizationId: tools.idOf("companies", company),
    agreementId: idOrNull("agreements", agreement, tools),
    role,
    since,
    until,
  }));
}

function consentsOf({ key, consents }: CustomerRecord, { idOf }: ImportTools): ConsentRow[] {
  return consents.map(({ purpose, basis, granted, at, controller, withdrawnAt }, place) => ({
    customerId: idOf("customers", key),
    place,
    controllerId: idOf("companies", controller),
    purpose,
    basis,
    granted,
    at: new Date(at),
    withdrawnAt: withdrawnAt === undefined ? null : new Date(withdrawnAt),
  }));
}

function idOrNull(file: ExchangeFile, key: string | undefined, { idOf }: ImportTools): string | null {
  return key === undefined ? null : idOf(file, key);
}

import type { ImportTools } from "@maillon/subgraph-kit";
import type { PersonRecord } from "@maillon/schema/exchange";
import { Membership } from "../person/membership.ts";
import type { MembershipRow } from "../person/membership.ts";
import { PersonIdentity } from "../person/person-identity.ts";
import type { PersonIdentityRow } from "../person/person-identity.ts";
import { Person } from "../person/person.ts";
import { Referent } from "../person/referent.ts";
import type { ReferentRow } from "../person/referent.ts";

/** Stores people; the memberships and the work as a referent are those of the record and no others. */
export async function importPeople(records: readonly PersonRecord[], tools: ImportTools): Promise<void> {
  const { em, idOf } = tools;
  const ids = records.map(({ key }) => idOf("people", key));
  await em.upsertMany(
    Person,
    ids.map((id) => ({ id, registeredById: null })),
  );
  await em.upsertMany(
    PersonIdentity,
    records.map((record) => identityOf(record, tools)),
  );
  await em.nativeDelete(Membership, { personId: { $in: ids } });
  await em.insertMany(
    Membership,
    records.flatMap((record) => membershipsOf(record, tools)),
  );
  await em.nativeDelete(Referent, { personId: { $in: ids } });
  await em.insertMany(
    Referent,
    records.flatMap((record) => referentsOf(record, tools)),
  );
}

function identityOf(record: PersonRecord, { idOf }: ImportTools): PersonIdentityRow {
  const { key, displayName, email = null, phone = null, locale = null } = record;
  return { id: idOf("people", key), displayName, email, phone, locale };
}

function membershipsOf({ key, memberships }: PersonRecord, { idOf }: ImportTools): MembershipRow[] {
  return memberships.map(({ company, jobTitle, buyingRoles, approvalLimit }) => ({
    personId: idOf("people", key),
    organizationId: idOf("companies", company),
    jobTitle: jobTitle ?? null,
    buyingRoles,
    limitAmount: approvalLimit?.amount ?? null,
    limitCurrency: approvalLimit?.currency ?? null,
  }));
}

function referentsOf({ key, referentOf }: PersonRecord, { idOf }: ImportTools): ReferentRow[] {
  return referentOf.map(({ company, scope, forPartner }, place) => ({
    personId: idOf("people", key),
    place,
    organizationId: idOf("companies", company),
    scope,
    forPartnerId: forPartner === undefined ? null : idOf("companies", forPartner),
  }));
}

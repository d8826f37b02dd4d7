import type { CompanyRecord } from "@maillon/schema/exchange";
import type { Importer, ImportTools } from "@maillon/subgraph-kit";
import { Organization } from "../organization/organization.ts";
import { Registration } from "../organization/registration.ts";

/** Stores companies as a delivery states them; registrations that it no longer names are forgotten. */
export const importCompanies: Importer<"companies"> = async (records, { em, idOf }) => {
  await em.upsertMany(
    Organization,
    records.map((record) => organizationOf(record, idOf)),
  );
  const ids = records.map(({ key }) => idOf("companies", key));
  await em.nativeDelete(Registration, { organizationId: { $in: ids } });
  const registrations = records.flatMap((record) => registrationsOf(record, idOf));
  if (registrations.length > 0) await em.insertMany(Registration, registrations);
};

function organizationOf(record: CompanyRecord, idOf: ImportTools["idOf"]) {
  const { key, name, country, size = null, parent } = record;
  const parentId = parent === undefined ? null : idOf("companies", parent);
  const [roles, authorities] = [[...new Set(record.roles)], [...new Set(record.authorities)]];
  return { id: idOf("companies", key), name, country, roles, authorities, size, parentId };
}

function registrationsOf({ key, registrations }: CompanyRecord, idOf: ImportTools["idOf"]) {
  // The same number twice is one registration; the last mention of its code counts.
  const distinct = new Map(registrations.map((each) => [`${each.scheme} ${each.value}`, each]));
  return [...distinct.values()].map(({ scheme, value, icd = null }) => {
    return { organizationId: idOf("companies", key), scheme, value, icd, verifiedAt: null };
  });
}

import type { RowRule } from "@maillon/subgraph-kit";
import type { Partnership } from "../price-list/partnership.ts";

/** The general tariff is due to professional buyers for resale (Code de commerce, L441-1) and open to the regulator. */
const TARIFF_ROLES = ["DISTRIBUTOR", "INTEGRATOR", "RESELLER", "RETAILER", "REGULATOR"];

const PARTNERSHIPS: Readonly<Record<string, Partnership>> = {
  INTEGRATOR: "INTEGRATOR",
  DISTRIBUTOR: "DISTRIBUTOR",
  RESELLER: "RESELLER",
  RETAILER: "RESELLER",
  ADMINISTRATION: "PUBLIC_SECTOR",
};

/** Whether the viewer is a company to which a manufacturer's general tariff is due. */
export const tariffIsDue: RowRule = (_, { organization }) => {
  const roles = TARIFF_ROLES.map((role) => `'${role}'`).join(", ");
  return `exists (select from company where company.id = ${organization} and company.roles && array[${roles}])`;
};

/**
 * The natures of partnership that a buyer's roles stand for. FRANCHISE and AGENCY come from an agreement alone, so no
 * role reaches their tiers.
 */
export function partnershipsOf(roles: readonly string[]): ReadonlySet<Partnership> {
  return new Set(roles.map((role) => PARTNERSHIPS[role] ?? "NONE"));
}

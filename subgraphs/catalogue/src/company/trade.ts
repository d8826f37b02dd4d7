import type { RowRule } from "@maillon/subgraph-kit";
import type { Partnership } from "../price-list/partnership.ts";
import type { PriceListKind } from "../price-list/price-list-kind.ts";

/** The general tariff is due to professional buyers for resale (Code de commerce, L441-1). */
export const TARIFF_CATEGORIES = ["DISTRIBUTOR", "INTEGRATOR", "RESELLER", "RETAILER"];

/** It is open to the regulator, too, who buys nothing. */
const TARIFF_ROLES = [...TARIFF_CATEGORIES, "REGULATOR"];

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
 * The roles of the buyers that a list is for; none unless it is a general tariff, as others are for one buyer
 * alone.
 */
export function tariffCategoriesOf(kind: PriceListKind): readonly string[] {
  return kind === "GENERAL_TARIFF" ? TARIFF_CATEGORIES : [];
}

/**
 * The natures of partnership that a buyer's roles stand for. FRANCHISE and AGENCY come from an agreement alone, so no
 * role reaches their tiers.
 */
export function partnershipsOf(roles: readonly string[]): ReadonlySet<Partnership> {
  return new Set(roles.map((role) => PARTNERSHIPS[role] ?? "NONE"));
}

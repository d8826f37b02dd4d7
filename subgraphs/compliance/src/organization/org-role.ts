import { registerEnumType } from "type-graphql";

/** What a company does in the chain. */
export const OrgRole = {
  MANUFACTURER: "MANUFACTURER",
  DISTRIBUTOR: "DISTRIBUTOR",
  INTEGRATOR: "INTEGRATOR",
  RESELLER: "RESELLER",
  RETAILER: "RETAILER",
  END_BUSINESS: "END_BUSINESS",
  ADMINISTRATION: "ADMINISTRATION",
  REGULATOR: "REGULATOR",
  CARRIER: "CARRIER",
  PLATFORM: "PLATFORM",
} as const;

export type OrgRole = keyof typeof OrgRole;

registerEnumType(OrgRole, { name: "OrgRole", description: "What a company does in the chain." });

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

registerEnumType(OrgRole, {
  name: "OrgRole",
  description: "What a company does in the chain.",
  valuesConfig: {
    MANUFACTURER: { description: "Makes products under its own name." },
    DISTRIBUTOR: { description: "Keeps stock and supplies those who sell on." },
    INTEGRATOR: { description: "Builds products of others into solutions." },
    RESELLER: { description: "Sells on to companies what it buys." },
    RETAILER: { description: "Sells to consumers." },
    END_BUSINESS: { description: "Buys for its own use." },
    ADMINISTRATION: { description: "Buys by public contract." },
    REGULATOR: { description: "Sees to it that the law is kept." },
    CARRIER: { description: "Carries goods." },
    PLATFORM: { description: "Brings sellers and buyers together." },
  },
});

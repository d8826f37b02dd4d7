import { registerEnumType } from "type-graphql";

/** The nature of the partnership between a seller and a buyer. */
export const Partnership = {
  NONE: "NONE",
  RESELLER: "RESELLER",
  DISTRIBUTOR: "DISTRIBUTOR",
  INTEGRATOR: "INTEGRATOR",
  FRANCHISE: "FRANCHISE",
  AGENCY: "AGENCY",
  PUBLIC_SECTOR: "PUBLIC_SECTOR",
} as const;

export type Partnership = keyof typeof Partnership;

registerEnumType(Partnership, {
  name: "Partnership",
  description: "The nature of the partnership between a seller and a buyer.",
  valuesConfig: {
    NONE: { description: "No partnership needed: open to every buyer of the list." },
    RESELLER: { description: "The buyer sells on what it buys." },
    DISTRIBUTOR: { description: "The buyer keeps stock and supplies those who sell on." },
    INTEGRATOR: { description: "The buyer builds it into solutions of its own." },
    FRANCHISE: { description: "The buyer trades under the seller's brand and by its rules." },
    AGENCY: { description: "The buyer sells in the seller's name and at the seller's risk." },
    PUBLIC_SECTOR: { description: "The buyer is an administration that buys by public contract." },
  },
});

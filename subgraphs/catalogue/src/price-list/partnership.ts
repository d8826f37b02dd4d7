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
  valuesConfig: { NONE: { description: "No partnership needed: open to every buyer of the list." } },
});

import { registerEnumType } from "type-graphql";

/** The register that gave a company its number. */
export const RegistrationScheme = {
  SIREN: "SIREN",
  SIRET: "SIRET",
  VAT: "VAT",
  GLN: "GLN",
  DUNS: "DUNS",
  LEI: "LEI",
  OTHER: "OTHER",
} as const;

export type RegistrationScheme = keyof typeof RegistrationScheme;

registerEnumType(RegistrationScheme, {
  name: "RegistrationScheme",
  description: "The register that gave a company its number.",
});

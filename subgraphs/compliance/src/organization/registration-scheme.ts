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
  valuesConfig: {
    SIREN: { description: "The French register of companies." },
    SIRET: { description: "The French register of establishments." },
    VAT: { description: "The register of value added tax of a member state of the EU." },
    GLN: { description: "The locations that GS1 numbers." },
    DUNS: { description: "The register of Dun & Bradstreet." },
    LEI: { description: "The global register of legal entities (ISO 17442)." },
    OTHER: { description: "Another register, which the code in ISO/IEC 6523 names." },
  },
});

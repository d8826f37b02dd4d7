import { registerEnumType } from "type-graphql";

/** How far the relation with a customer has come. */
export const Lifecycle = {
  PROSPECT: "PROSPECT",
  NEW: "NEW",
  HABITUAL: "HABITUAL",
  LAPSED: "LAPSED",
} as const;

export type Lifecycle = keyof typeof Lifecycle;

registerEnumType(Lifecycle, {
  name: "Lifecycle",
  description: "How far the relation with a customer has come.",
  valuesConfig: {
    PROSPECT: { description: "Has not bought yet." },
    NEW: { description: "Has begun to buy." },
    HABITUAL: { description: "Buys again and again." },
    LAPSED: { description: "No longer buys." },
  },
});

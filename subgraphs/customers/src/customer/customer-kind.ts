import { registerEnumType } from "type-graphql";

/** What a customer is. */
export const CustomerKind = {
  CONSUMER: "CONSUMER",
  BUSINESS: "BUSINESS",
  ADMINISTRATION: "ADMINISTRATION",
} as const;

export type CustomerKind = keyof typeof CustomerKind;

registerEnumType(CustomerKind, {
  name: "CustomerKind",
  description: "What a customer is.",
  valuesConfig: {
    CONSUMER: { description: "A person who buys for herself." },
    BUSINESS: { description: "A company." },
    ADMINISTRATION: { description: "A public administration or a comparable institution." },
  },
});

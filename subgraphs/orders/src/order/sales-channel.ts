import { registerEnumType } from "type-graphql";

/** Through what an order reached its seller. */
export const SalesChannel = {
  ONLINE: "ONLINE",
  STORE: "STORE",
  PHONE: "PHONE",
  EDI: "EDI",
  PARTNER: "PARTNER",
} as const;

export type SalesChannel = keyof typeof SalesChannel;

registerEnumType(SalesChannel, {
  name: "SalesChannel",
  description: "Through what an order reached its seller.",
  valuesConfig: {
    ONLINE: { description: "A shop or an interface on the network." },
    STORE: { description: "A shop in a street." },
    PHONE: { description: "A call." },
    EDI: { description: "Documents exchanged between the companies' systems." },
    PARTNER: { description: "A partner of the seller." },
  },
});

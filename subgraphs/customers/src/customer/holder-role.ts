import { registerEnumType } from "type-graphql";

/** In which role a company holds a customer. */
export const HolderRole = {
  OWNER: "OWNER",
  CO_OWNER: "CO_OWNER",
  INTERMEDIARY: "INTERMEDIARY",
} as const;

export type HolderRole = keyof typeof HolderRole;

registerEnumType(HolderRole, {
  name: "HolderRole",
  description: "In which role a company holds a customer.",
  valuesConfig: {
    OWNER: { description: "The customer is this company's own." },
    CO_OWNER: { description: "Shares the customer with its owner by agreement." },
    INTERMEDIARY: {
      description:
        "Brought the customer in or serves it for its owner; learns neither who the person is nor her profile.",
    },
  },
});

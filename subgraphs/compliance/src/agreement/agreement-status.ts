import { registerEnumType } from "type-graphql";

/** Where an agreement is in its life; only an ACTIVE one grants anything. */
export const AgreementStatus = {
  DRAFT: "DRAFT",
  PROPOSED: "PROPOSED",
  ACTIVE: "ACTIVE",
  SUSPENDED: "SUSPENDED",
  TERMINATED: "TERMINATED",
  EXPIRED: "EXPIRED",
} as const;

export type AgreementStatus = keyof typeof AgreementStatus;

registerEnumType(AgreementStatus, {
  name: "AgreementStatus",
  description: "Where an agreement is in its life; only an ACTIVE one grants anything.",
  valuesConfig: {
    DRAFT: { description: "Being written; nobody can sign it yet." },
    PROPOSED: { description: "Signatures are missing, or its first day has not come." },
    ACTIVE: { description: "Signed by all and in force today." },
    SUSPENDED: { description: "Signed by all, and halted for the time being." },
    TERMINATED: {
      description: "Ended by a party, replaced by its next version, or refused before it began.",
    },
    EXPIRED: { description: "Its last day is over." },
  },
});

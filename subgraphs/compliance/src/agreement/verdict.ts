import { registerEnumType } from "type-graphql";

/** What a decision maker decided. */
export const Verdict = {
  APPROVE: "APPROVE",
  REJECT: "REJECT",
} as const;

export type Verdict = keyof typeof Verdict;

registerEnumType(Verdict, {
  name: "Verdict",
  description: "What a decision maker decided.",
  valuesConfig: {
    APPROVE: { description: "Yes." },
    REJECT: { description: "No, which blocks the agreement for good." },
  },
});

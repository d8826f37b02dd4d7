import { z } from "zod";
import { clause } from "./clause.ts";
import { countryCode, date, dateTime, key, reference, text } from "./field.ts";
import { reportRepeated } from "./repeated.ts";

/** The kinds of trade that an agreement or an order can belong to. */
export const commerceModel = z.enum(["B2B", "B2C", "B2B2B", "B2B2C", "B2C2B", "B2A", "B2R"]);

const party = z.strictObject({
  company: reference("companies"),
  role: z.enum(["SUPPLIER", "INTERMEDIARY", "RESELLER", "BUYER", "BRAND", "CONTROLLER", "PROCESSOR"]),
  signatories: z.array(text(60)).min(1).meta({
    description:
      "The roles at this company that must all sign; one that refuses blocks the agreement for good.",
  }),
});

const signature = z.strictObject({
  company: reference("companies"),
  signatory: text(60).meta({ description: "One of the party's signatories." }),
  verdict: z.enum(["APPROVE", "REJECT"]),
  at: dateTime,
});

const fields = z.strictObject({
  key,
  model: commerceModel,
  status: z.enum(["DRAFT", "PROPOSED", "ACTIVE", "SUSPENDED", "TERMINATED", "EXPIRED"]),
  version: z.int().min(1).default(1),
  validFrom: date,
  validUntil: date.optional(),
  terminatedOn: date.optional(),
  territories: z.array(countryCode).default([]).meta({ description: "Empty: everywhere." }),
  productScope: z.array(reference("products")).default([]).meta({ description: "Empty: every product." }),
  parties: z.array(party).min(2),
  signatures: z.array(signature).default([]),
  clauses: z.array(clause).default([]),
  essenceForDataSubjects: text(4_000).optional().meta({
    description: "What persons concerned may know of the agreement (GDPR, article 26, paragraph 2).",
  }),
});

/** A dated, versioned, co-signed record between companies. */
export const agreement = fields
  .superRefine((record, context) => {
    reportRepeated(
      context,
      "parties",
      record.parties.map((each) => each.company),
    );
    reportRepeated(
      context,
      "clauses",
      record.clauses.map((each) => each.code),
    );
    reportRepeated(context, "signatures", record.signatures.map(signerOf));
    reportDates(record, context);
    reportSigners(record, context);
  })
  .meta({ title: "Agreement", description: "A dated, versioned, co-signed record between companies." });

export type AgreementRecord = z.infer<typeof fields>;

function reportDates(record: AgreementRecord, context: z.RefinementCtx): void {
  const { status, validFrom, validUntil, terminatedOn } = record;
  if (validUntil && validUntil < validFrom) {
    context.addIssue({ code: "custom", path: ["validUntil"], message: "is before validFrom" });
  }
  if ((status === "TERMINATED") !== (terminatedOn !== undefined)) {
    const message = "belongs to a terminated agreement, and to no other";
    context.addIssue({ code: "custom", path: ["terminatedOn"], message });
  }
}

function reportSigners({ status, parties, signatures }: AgreementRecord, context: z.RefinementCtx): void {
  const needed = new Set(
    parties.flatMap(({ company, signatories }) =>
      signatories.map((signatory) => signerOf({ company, signatory })),
    ),
  );
  for (const [place, each] of signatures.entries()) {
    const message = `${signerOf(each)} is not a signatory of the agreement`;
    if (!needed.has(signerOf(each)))
      context.addIssue({ code: "custom", path: ["signatures", place], message });
  }
  if (status !== "ACTIVE") return;
  const approved = new Set(signatures.filter((each) => each.verdict === "APPROVE").map(signerOf));
  for (const signer of [...needed].filter((each) => !approved.has(each))) {
    const message = `is ACTIVE although ${signer} has not signed`;
    context.addIssue({ code: "custom", path: ["status"], message });
  }
}

function signerOf({ company, signatory }: { company: string; signatory: string }): string {
  return `${company}/${signatory}`;
}

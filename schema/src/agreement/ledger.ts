import type { Facts } from "../visibility/fact.ts";
import { z } from "zod";
import { DATA_CLASSES } from "../data-class.ts";
import { commerceModel } from "../exchange/agreement.ts";
import { clause } from "../exchange/clause.ts";
import { authority } from "../exchange/company.ts";

const id = z.string().min(1).max(200);
const word = z.string().min(1).max(60);
const moment = z.iso.datetime({ offset: true });

const party = z.strictObject({
  company: id,
  role: z.enum(["SUPPLIER", "INTERMEDIARY", "RESELLER", "BUYER", "BRAND", "CONTROLLER", "PROCESSOR"]),
  /** Who must say yes for this company. */
  signatories: z.array(word).min(1),
});

const signature = z.strictObject({
  company: id,
  signatory: word,
  verdict: z.enum(["APPROVE", "REJECT"]),
  at: moment,
});

const agreement = z.strictObject({
  id,
  version: z.int().min(1),
  /** The SHA-256 of the version before, so that no version can be exchanged unnoticed. */
  previousSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  model: commerceModel,
  status: z.enum(["DRAFT", "PROPOSED", "ACTIVE", "SUSPENDED", "TERMINATED", "EXPIRED"]),
  parties: z.array(party).min(2),
  signatures: z.array(signature),
  /** From this moment on, it included. */
  validFrom: moment,
  /** Until this moment, it excluded; absent: without end. */
  validUntil: moment.optional(),
  /** From then on only the clauses that survive count. */
  terminatedAt: moment.optional(),
  /** From then on nothing counts. */
  revokedAt: moment.optional(),
  /** Countries; none: everywhere. */
  territories: z.array(word),
  /** Product ids; none: every product. */
  productScope: z.array(id),
  /** Companies in clauses are ids, as everywhere in the ledger. */
  clauses: z.array(clause),
});

const company = z.strictObject({
  id,
  /** `Organization.roles`. */
  kinds: z.array(word),
  /** What the law puts a regulator in charge of. */
  authorities: z.array(authority),
});

const disclosure = z.strictObject({
  id,
  regulator: id,
  /** The company whose data is asked for. */
  subject: id,
  legalBasis: z.string().trim().min(1).max(500),
  dataClasses: z.array(z.enum(DATA_CLASSES)).min(1),
  from: moment,
  until: moment,
});

/** What the trusted third party says about agreements; the content of its signed snapshot. */
export const ledger = z.strictObject({
  /** Grows with every change. */
  sequence: z.int().min(1),
  issuedAt: moment,
  companies: z.array(company),
  agreements: z.array(agreement),
  disclosures: z.array(disclosure),
});

/** The ledger as it stood at one moment. A company's own copy holds only the agreements it is a party to. */
export type Ledger = z.infer<typeof ledger>;

/** One version of one agreement. */
export type Agreement = Ledger["agreements"][number];

/** A regulator's leave to read classes of one company. */
export type Disclosure = Ledger["disclosures"][number];

/** The ledger as one company may hold it: its own agreements, and disclosures that ask for its data or are its own. */
export function narrowLedger(whole: Ledger, holder: string): Ledger {
  return {
    ...whole,
    agreements: whole.agreements.filter(({ parties }) => parties.some((each) => each.company === holder)),
    disclosures: whole.disclosures.filter((each) => each.subject === holder || each.regulator === holder),
  };
}

/** What of a ledger decides on an object: the agreements of its owners, and those that it belongs to. */
export function ledgerAbout(whole: Ledger, facts: Facts): Ledger {
  const owners = new Set(facts.owner);
  const touching = whole.agreements.filter(({ parties }) => parties.some((each) => owners.has(each.company)));
  // With all versions of each: an older one must not come back because its next has other parties.
  const known = new Set([...(facts.agreement ?? []), ...touching.map((each) => each.id)]);
  return {
    ...whole,
    agreements: whole.agreements.filter((each) => known.has(each.id)),
    disclosures: whole.disclosures.filter(({ subject }) => owners.has(subject)),
  };
}

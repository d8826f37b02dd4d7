import { parseId } from "@maillon/schema";
import { EXCHANGE } from "@maillon/schema/exchange";
import type { AgreementRecord } from "@maillon/schema/exchange";
import { badInput } from "@maillon/subgraph-kit";
import type { SubgraphError } from "@maillon/subgraph-kit";
import { CLAUSE_FIELDS } from "../clause/clause-input.ts";
import { clauseRecordOf, givenFields } from "../clause/clause-record.ts";
import type { AgreementInput } from "./agreement-input.ts";
import { termsOf } from "./agreement-terms.ts";
import type { AgreementTerms } from "./agreement-terms.ts";
import { faultOf } from "./check-terms.ts";
import type { Fault } from "./check-terms.ts";
import { inputPath } from "./input-path.ts";
import type { PartyRole } from "../agreement/party-role.ts";
import { SIGNATORY_ROLES } from "../agreement/signatory-roles.ts";

/**
 * Reads the terms of a proposal by the very rules that imported agreements pass.
 * @throws SubgraphError `BAD_USER_INPUT` that names the input field at fault.
 */
export function readProposal(input: AgreementInput): AgreementTerms {
  const fault = inputFault(input);
  if (fault !== undefined) throw refusal(input, fault);
  const read = EXCHANGE.agreements.schema.safeParse(recordOf(input));
  if (!read.success) throw refusal(input, firstFault(read.error.issues));
  const broken = faultOf(read.data);
  if (broken !== undefined) throw refusal(input, broken);
  // What an import knows by keys, a client names by ids.
  const itself = (id: string) => id;
  return termsOf(read.data, { company: itself, product: itself });
}

/** Faults of what only this input has. */
function inputFault(input: AgreementInput): Fault | undefined {
  const { partyIds, partyRoles, signatories, productScope, clauses } = input;
  if (partyRoles && partyRoles.length !== partyIds.length) {
    return { path: ["partyRoles"], reason: "must have one role for each of partyIds" };
  }
  if (!signatories.every((role) => SIGNATORY_ROLES.some((each) => each === role))) {
    return { path: ["signatories"], reason: `must be among ${SIGNATORY_ROLES.join(", ")}` };
  }
  if (!productScope.every((id) => parseId(id)?.kind === "prd")) {
    return { path: ["productScope"], reason: "must hold ids of products" };
  }
  const place = clauses.findIndex((clause) => givenFields(clause).length !== 1);
  const kinds = Object.keys(CLAUSE_FIELDS).join(", ");
  return place < 0 ? undefined : { path: ["clauses", place], reason: `must have exactly one of ${kinds}` };
}

function recordOf(input: AgreementInput): Record<keyof AgreementRecord | "signatures", unknown> {
  const { partyIds, partyRoles, signatories, essenceForDataSubjects, validUntil } = input;
  return {
    key: "proposal",
    status: "PROPOSED",
    version: 1,
    model: input.model,
    validFrom: input.validFrom,
    validUntil: validUntil ?? undefined,
    terminatedOn: undefined,
    territories: input.territories,
    productScope: input.productScope,
    parties: partyIds.map((company, place) => {
      return { company, role: partyRoles?.[place] ?? roleAlongChain(place, partyIds.length), signatories };
    }),
    signatures: [],
    clauses: input.clauses.map(clauseRecordOf),
    essenceForDataSubjects: essenceForDataSubjects ?? undefined,
  };
}

function roleAlongChain(place: number, length: number): PartyRole {
  if (place === 0) return "SUPPLIER";
  return place === length - 1 ? "BUYER" : "INTERMEDIARY";
}

function firstFault([issue]: readonly { path: PropertyKey[]; message: string }[]): Fault {
  // Names of parties and clauses are quoted at the end of messages; a refusal repeats no value.
  const reason = issue?.message.replace(/ ".*"$/su, " an earlier one") ?? "is not valid";
  return { path: issue?.path ?? [], reason };
}

function refusal(input: AgreementInput, { path, reason }: Fault): SubgraphError {
  return badInput(["input", ...inputPath(input, path)].map(String).join("."), reason);
}

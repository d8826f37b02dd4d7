import { givenFields } from "../clause/clause-record.ts";
import type { AgreementInput } from "./agreement-input.ts";
import type { Fault } from "./check-terms.ts";

/** Where the client wrote what a path of the record names, such as `clauses.0.commission.payeeId`. */
export function inputPath(
  { clauses }: AgreementInput,
  [first, place, ...rest]: Fault["path"],
): PropertyKey[] {
  if (first === undefined) return [];
  if (first === "parties") return partyPath(place, rest);
  const clause = first === "clauses" && typeof place === "number" ? clauses[place] : undefined;
  if (place === undefined) return [first];
  if (clause === undefined) return [first, place, ...rest];
  const [field] = givenFields(clause);
  const meaning = field && clause[field];
  const name = [rest[0], `${String(rest[0])}Id`].find((each) => meaning && each && each in meaning);
  return meaning && name && field
    ? ["clauses", place, field, name, ...rest.slice(1)]
    : ["clauses", place, ...rest];
}

function partyPath(place: PropertyKey | undefined, [field]: readonly PropertyKey[]): PropertyKey[] {
  if (field === "role") return ["partyRoles", ...(place === undefined ? [] : [place])];
  return field === "signatories" ? [field] : ["partyIds", ...(place === undefined ? [] : [place])];
}

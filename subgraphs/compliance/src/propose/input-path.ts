import type { ClauseInput } from "../clause/clause-input.ts";
import { givenFields } from "../clause/clause-record.ts";
import type { AgreementInput } from "./agreement-input.ts";
import type { Fault } from "./check-terms.ts";

type Path = Fault["path"];

/** Where the client wrote what a path of the record names, such as `clauses.0.commission.payeeId`. */
export function inputPath({ clauses }: AgreementInput, path: Path): Path {
  const [first, place, ...rest] = path;
  if (first === "parties") return partyPath(place, rest);
  const clause = first === "clauses" && place !== undefined ? clauses[Number(place)] : undefined;
  return clause === undefined ? path : [...path.slice(0, 2), ...clausePath(clause, rest)];
}

/** Parties are written as three lists, of which the signatories are the same for all. */
function partyPath(place: PropertyKey | undefined, [field]: Path): Path {
  if (field === "signatories") return [field];
  const list = field === "role" ? "partyRoles" : "partyIds";
  return place === undefined ? [list] : [list, place];
}

/** All but the number and the wording is written below the field that says what the clause means, companies by id. */
function clausePath(clause: ClauseInput, [name, ...rest]: Path): Path {
  if (name === undefined) return [];
  const [field] = givenFields(clause);
  const meaning = (field && clause[field]) ?? {};
  const written = [String(name), `${String(name)}Id`].find((each) => each in meaning);
  return field === undefined || written === undefined ? [name, ...rest] : [field, written, ...rest];
}

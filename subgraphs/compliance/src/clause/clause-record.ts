import { CLAUSE_FIELDS } from "./clause-input.ts";
import type { ClauseField, ClauseInput } from "./clause-input.ts";

/** The clause as the exchange format writes it, which checks it next. */
export function clauseRecordOf(clause: ClauseInput): Record<string, unknown> {
  const [field] = givenFields(clause);
  const meaning = Object.entries((field && clause[field]) ?? {}).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(meaning.map(([name, value]) => [name.replace(/Id$/u, ""), recordValue(value)])),
    type: field && CLAUSE_FIELDS[field],
    code: clause.code,
    text: clause.text,
    survivesTermination: clause.survivesTermination,
  };
}

/** Only money is written differently there. */
function recordValue(value: unknown): unknown {
  const isMoney = typeof value === "object" && value !== null && "currencyCode" in value && "amount" in value;
  return isMoney ? { amount: value.amount, currency: value.currencyCode } : value;
}

/** The fields that say what a clause means; one, if the client wrote it well. */
export function givenFields(clause: ClauseInput): ClauseField[] {
  // The compiler types the keys of any object as string.
  const fields = Object.keys(CLAUSE_FIELDS) as ClauseField[];
  return fields.filter((field) => clause[field] !== undefined && clause[field] !== null);
}

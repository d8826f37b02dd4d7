import { lintClauses, type FloorRule } from "@maillon/schema/policy";
import { badInput, SubgraphError, type SubgraphErrorCode } from "@maillon/subgraph-kit";
import type { AgreementTerms } from "./agreement-terms.ts";

const CODES: Readonly<Record<Exclude<FloorRule, "NOT_A_PARTY">, SubgraphErrorCode>> = {
  F1: "FLOOR_F1",
  F2: "FLOOR_F2",
  F3: "FLOOR_F3",
  F4: "FLOOR_F4",
  F5: "FLOOR_F5",
  F6: "FLOOR_F6",
  F7: "FLOOR_F7",
  COST: "FLOOR_COST",
  NON_COMPETE: "FLOOR_NON_COMPETE",
};

/**
 * Refuses terms of which a clause falls below the floor that the law sets. It would grant nothing if it were signed;
 * refused at once, nobody signs for something that he will not get.
 * @throws SubgraphError `FLOOR_…` with the rule's name, and the clause as its argument.
 */
export function refuseBelowFloor({ parties, clauses }: AgreementTerms): void {
  const companies = parties.map(({ organization, role, signatories }) => {
    return { company: organization, role, signatories: [...signatories] };
  });
  const [refusal] = lintClauses({ parties: companies, clauses: [...clauses] });
  if (refusal === undefined) return;
  const argument = `input.clauses.${clauses.findIndex(({ code }) => code === refusal.clause)}`;
  if (refusal.rule === "NOT_A_PARTY") throw badInput(argument, "must name parties of the agreement only");
  throw new SubgraphError(CODES[refusal.rule], { argument });
}

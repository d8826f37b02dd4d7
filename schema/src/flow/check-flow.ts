import { readChain, type ChainInput } from "./chain.ts";
import type { Finding } from "./finding.ts";
import type { OperatedContract } from "./read-contract.ts";
import { classifications } from "./rules/classification.ts";
import { derivedFields } from "./rules/derived.ts";
import { flowsToOperators } from "./rules/flows-to-operator.ts";
import { partyHomes } from "./rules/party-home.ts";
import { renamedDirectives } from "./rules/renamed.ts";
import { takenAway } from "./rules/taken-away.ts";
import { takeovers } from "./rules/takeover.ts";

const RULES = [
  renamedDirectives,
  classifications,
  partyHomes,
  takeovers,
  takenAway,
  flowsToOperators,
  derivedFields,
];

/**
 * Checks at composition and at publish that no contract makes protected values flow to a company that may not receive
 * them. The contracts must be readable GraphQL. The result is plain JSON: one finding per broken rule and place; an
 * empty list means that they may be composed.
 */
export function checkFlow(input: ChainInput): Finding[] {
  const chain = readChain(input);
  return RULES.flatMap((rule) => rule(chain));
}

/** Checks one contract by itself, as its author does before publishing; what it does to others shows in `checkFlow`. */
export function lintContract(contract: OperatedContract): Finding[] {
  return checkFlow({ contracts: [contract] });
}

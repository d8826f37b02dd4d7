import { classesOn, isKeyField } from "./chain.ts";
import type { ContractField, ContractType } from "./contract-graph.ts";
import { readContract, type OperatedContract } from "./read-contract.ts";

/**
 * Who owns each protected field and each field that names a party, as far as the published contracts say: subgraph by
 * coordinate. Later checks take it as their history, so that a newcomer's own declarations cannot make a field his. A
 * field that several published contracts claim is nobody's.
 */
export function ownersOf(published: readonly OperatedContract[]): Map<string, string> {
  const claims = published
    .map(readContract)
    .flatMap(({ name, types }) =>
      [...types.values()].flatMap((type) =>
        [...type.fields.values()]
          .filter((field) => !field.external && isClaimed(type, field))
          .map(({ coordinate }) => ({ coordinate, name })),
      ),
    );
  const byField = Map.groupBy(claims, ({ coordinate }) => coordinate);
  return new Map(
    [...byField].flatMap(([coordinate, [first, second]]): [string, string][] =>
      first && !second ? [[coordinate, first.name]] : [],
    ),
  );
}

function isClaimed(type: ContractType, field: ContractField): boolean {
  // A key names the object itself and is everybody's.
  if (isKeyField(type, field)) return false;
  const name = field.node.name.value;
  const namesParty = type.parties.some(({ facts }) => [...facts.values()].some(([first]) => first === name));
  return namesParty || classesOn(type, field).length > 0;
}

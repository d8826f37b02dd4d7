import { buildContract } from "./graphql/build-schema.ts";
import { refuseUnmasked } from "./mask/refuse-unmasked.ts";
import type { Subgraph } from "./subgraph.ts";

/**
 * Writes a subgraph's contract to standard output: the whole of a company's `contract.ts`. Needs no database.
 * @throws Error when an entity with protected fields has no mask: its company could not keep what the contract says.
 */
export function printContract(subgraph: Subgraph): void {
  refuseUnmasked(subgraph);
  process.stdout.write(buildContract(subgraph));
}

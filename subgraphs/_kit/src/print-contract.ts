import { buildContract } from "./graphql/build-schema.ts";
import { refuseUnfinished } from "./refuse-unfinished.ts";
import type { Subgraph } from "./subgraph.ts";

/**
 * Writes a subgraph's contract to standard output: the whole of a company's `contract.ts`. Needs no database.
 * When an entity with protected fields has no mask, its company could not keep what the contract says: then it writes
 * to standard error what is missing, and fails.
 */
export function printContract(subgraph: Subgraph): void {
  try {
    refuseUnfinished(subgraph);
    process.stdout.write(buildContract(subgraph));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

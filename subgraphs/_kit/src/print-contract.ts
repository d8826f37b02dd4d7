import { buildContract } from "./graphql/build-schema.ts";
import type { Subgraph } from "./subgraph.ts";

/** Writes a subgraph's contract to standard output: the whole of a company's `contract.ts`. Needs no database. */
export function printContract(subgraph: Subgraph): void {
  process.stdout.write(buildContract(subgraph));
}

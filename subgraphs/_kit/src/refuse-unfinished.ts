import { fieldFaults } from "./graphql/field-faults.ts";
import { unclassedFaults } from "./mask/unclassed-faults.ts";
import { unmaskedFaults } from "./mask/unmasked-faults.ts";
import type { Subgraph } from "./subgraph.ts";

/**
 * Refuses a subgraph in which something was forgotten that its code alone can tell, before a database is needed.
 * @throws Error that names everything that is missing, each with what to write.
 */
export function refuseUnfinished(subgraph: Subgraph): void {
  const faults = [...unmaskedFaults(subgraph), ...unclassedFaults(subgraph), ...fieldFaults(subgraph)];
  if (faults.length > 0) throw new Error(`${subgraph.name} is not finished.\n${faults.join("\n")}`);
}

import type { Subgraph } from "../gateway/schema-facts.ts";
import type { Company } from "./agreement-network.ts";

/** The subgraphs that a company runs, by name, as far as the gateway tells. */
export function operatedBy({ id }: Pick<Company, "id">, subgraphs: readonly Subgraph[]): readonly string[] {
  return subgraphs.filter(({ company }) => company === id).map(({ name }) => name);
}

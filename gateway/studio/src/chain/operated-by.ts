import type { SchemaFacts } from "../gateway/schema-facts.ts";
import type { Company } from "./agreement-network.ts";

/** The subgraphs that a company runs: it signs the ids that it issues with the first word of its name. */
export function operatedBy({ name }: Company, subgraphs: SchemaFacts["subgraphs"]): readonly string[] {
  const [first = ""] = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().split(" ");
  return subgraphs.filter(({ operator }) => operator === first).map((each) => each.name);
}

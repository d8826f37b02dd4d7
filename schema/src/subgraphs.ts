/** A subgraph of the chain: one company answers for it. */
export interface SubgraphProfile {
  /** The company that runs it, as it stands in the ids that it issues. */
  readonly operator: string;
  /** Where it listens unless told otherwise. */
  readonly port: number;
}

/** The subgraphs of the chain, by the name that they have in the supergraph. */
export const SUBGRAPHS = {
  catalogue: { operator: "fabrica", port: 4101 },
  orders: { operator: "integra", port: 4102 },
  customers: { operator: "vega", port: 4103 },
  compliance: { operator: "conforma", port: 4104 },
} as const satisfies Record<string, SubgraphProfile>;

export type SubgraphName = keyof typeof SUBGRAPHS;

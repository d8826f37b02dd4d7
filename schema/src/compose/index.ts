export { composeSupergraph, describeFault, supergraphOf } from "./compose-supergraph.ts";
export type { CompositionFault, Contract } from "./compose-supergraph.ts";

export { composeSupergraph, describeFault } from "./compose-supergraph.ts";
export type { CompositionFault, Contract } from "./compose-supergraph.ts";

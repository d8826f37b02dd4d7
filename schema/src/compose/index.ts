export { composeSupergraph, describeFault } from "./compose-supergraph.ts";
export type { Composition, CompositionFault, Contract } from "./compose-supergraph.ts";

import { classicChain } from "./classic-chain.ts";
import { serveSubgraphs } from "./serve-subgraphs.ts";

serveSubgraphs(classicChain);

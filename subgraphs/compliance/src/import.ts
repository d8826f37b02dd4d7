import { runImport } from "@maillon/subgraph-kit";
import { importers } from "./import/importers.ts";
import { complianceSubgraph } from "./subgraph.ts";

await runImport(complianceSubgraph, importers);

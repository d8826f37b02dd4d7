import { runImport } from "@maillon/subgraph-kit";
import { importers } from "./import/importers.ts";
import { catalogue } from "./subgraph.ts";

await runImport(catalogue, importers);

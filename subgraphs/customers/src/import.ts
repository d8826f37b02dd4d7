import { runImport } from "@maillon/subgraph-kit";
import { importers } from "./import/importers.ts";
import { customers } from "./subgraph.ts";

await runImport(customers, importers);

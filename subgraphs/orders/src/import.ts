import { runImport } from "@maillon/subgraph-kit";
import { importers } from "./import/importers.ts";
import { orders } from "./subgraph.ts";

await runImport(orders, importers);

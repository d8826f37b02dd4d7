import type { Importers } from "@maillon/subgraph-kit";
import { importCustomers } from "./import-customers.ts";
import { importPeople } from "./import-people.ts";

/** What this subgraph takes from a delivery. */
export const importers: Importers = { people: importPeople, customers: importCustomers };

import type { Importers } from "@maillon/subgraph-kit";
import { agreementImporter } from "./import-agreements.ts";
import { importCompanies } from "./import-companies.ts";

/** The files of a delivery that Conforma keeps. */
export const importers: Importers = {
  companies: importCompanies,
  agreements: agreementImporter(() => new Date()),
};

import { CATALOGUE_TABLES } from "./catalogue-tables.ts";
import { COMPLIANCE_TABLES } from "./compliance-tables.ts";
import { CUSTOMERS_TABLES } from "./customers-tables.ts";
import { ORDERS_TABLES } from "./orders-tables.ts";
import type { SecretTable } from "./secret-table.ts";

/** Every table of the chain that holds something which not everybody may read. */
export const SECRET_TABLES: readonly SecretTable[] = [
  ...ORDERS_TABLES,
  ...CATALOGUE_TABLES,
  ...CUSTOMERS_TABLES,
  ...COMPLIANCE_TABLES,
];

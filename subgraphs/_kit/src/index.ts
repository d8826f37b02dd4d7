import "reflect-metadata";
export { type PrepareDatabaseOptions, prepareDatabase } from "./database/prepare-database.ts";
export type { MigrationSource, NamedMigration } from "./database/run-migrations.ts";
export { type Database, type DatabaseOptions, openDatabase } from "./database/open-database.ts";
export {
  everyRow,
  noRow,
  type RowRule,
  rowRuleOf,
  type ViewerTerms,
  VisibleRows,
} from "./database/row-rule.ts";
export {
  replaceRowSecurity,
  type RowSecurity,
  rowSecurity,
  type WriteRules,
} from "./database/row-security.ts";
export { whereIn } from "./database/where-in.ts";
export {
  badInput,
  conflict,
  forbidden,
  notFound,
  SubgraphError,
  type SubgraphErrorCode,
  subgraphErrors,
} from "./errors.ts";
export { buildContract, buildSchema } from "./graphql/build-schema.ts";
export { type FactPaths, Parties } from "./graphql/parties.ts";
export { type Coordinate, Reads } from "./graphql/reads.ts";
export {
  CalendarDate,
  CountryCode,
  Cpv,
  Currency,
  DateTime,
  Decimal,
  Duration,
  Gln,
  Gtin,
  Siren,
  Siret,
  UnitCode,
  VatId,
} from "./graphql/scalars.ts";
export { holdRow } from "./mask/hold-row.ts";
export { Classed, type Mask, Masked, type MaskJoin } from "./mask/mask.ts";
export { Visible } from "./graphql/visible.ts";
export { RejectedRecord } from "./import/describe-rejection.ts";
export type { Importer, Importers, ImportTools } from "./import/importer.ts";
export { runImport } from "./import/run-import.ts";
export { byId } from "./loading/by-id.ts";
export { LARGEST_PAGE, loadPage, type PageRequest } from "./loading/load-page.ts";
export { type Grouping, manyBy } from "./loading/many-by.ts";
export { referenceById, type ReferenceResolver, referenceToStub } from "./loading/reference.ts";
export type { BatchFunction, SubgraphContext } from "./loading/subgraph-context.ts";
export { printContract } from "./print-contract.ts";
export { runSubgraph } from "./run-subgraph.ts";
export type { SubgraphHost, SubgraphService } from "./subgraph-service.ts";
export type { DecoratedClass, Subgraph } from "./subgraph.ts";
export { CommerceModel } from "./types/commerce-model.ts";
export { Incoterm } from "./types/incoterm.ts";
export { compareDecimals, roundMoney, sumMoney, timesMoney } from "./types/money-arithmetic.ts";
export { MoneyInput } from "./types/money-input.ts";
export { Money } from "./types/money.ts";
export { PageInfo } from "./types/page-info.ts";
export { type Page, pageOf } from "./types/page.ts";

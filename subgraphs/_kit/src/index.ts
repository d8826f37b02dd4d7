import "reflect-metadata";
export { prepareDatabase } from "./database/prepare-database.ts";
export {
  everyRow,
  type RowRule,
  type ViewerTerms,
  VisibleRows,
  WritableRows,
  type WriteRules,
} from "./database/row-rule.ts";
export { whereIn } from "./database/where-in.ts";
export { badInput, conflict, forbidden, notFound, SubgraphError, type SubgraphErrorCode } from "./errors.ts";
export { buildContract } from "./graphql/build-schema.ts";
export { Parties } from "./graphql/parties.ts";
export { Reads } from "./graphql/reads.ts";
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
export { Classed, type Mask, Masked } from "./mask/mask.ts";
export { Visible } from "./graphql/visible.ts";
export { RejectedRecord } from "./import/describe-rejection.ts";
export type { Importer, Importers, ImportTools } from "./import/importer.ts";
export { runImport } from "./import/run-import.ts";
export { byId } from "./loading/by-id.ts";
export { LARGEST_PAGE, loadPage } from "./loading/load-page.ts";
export { manyBy } from "./loading/many-by.ts";
export { referenceById, type ReferenceResolver, referenceToStub } from "./loading/reference.ts";
export type { BatchFunction, SubgraphContext } from "./loading/subgraph-context.ts";
export { printContract } from "./print-contract.ts";
export { runSubgraph } from "./run-subgraph.ts";
export type { SubgraphHost, SubgraphService } from "./subgraph-service.ts";
export type { Subgraph } from "./subgraph.ts";
export { CommerceModel } from "./types/commerce-model.ts";
export { Incoterm } from "./types/incoterm.ts";
export { compareDecimals, sumMoney, timesMoney } from "./types/money-arithmetic.ts";
export { MoneyInput } from "./types/money-input.ts";
export { Money } from "./types/money.ts";
export { PageInfo } from "./types/page-info.ts";
export { type Page, pageOf } from "./types/page.ts";

import type { RowRule } from "@maillon/subgraph-kit";

/** Products are public, save those that their manufacturer still prepares. */
export const productRows: RowRule = (row, { organization }) =>
  `${row}.status <> 'DRAFT' or ${row}.manufacturer_id = ${organization}`;

/** A product is its manufacturer's to describe, so that its text is the same wherever it is read. */
export const ownProducts: RowRule = (row, { organization }) => `${row}.manufacturer_id = ${organization}`;

/** What a product costs is its manufacturer's; whom it told anything else may find it if a policy says so. */
export const costRows: RowRule = (row, { organization, grantors }) =>
  `${row}.manufacturer_id = ${organization} or ${row}.manufacturer_id = any(${grantors})`;

/** A thing that companies know about. `__typename` is its real type, whatever a subgraph calls it. */
export interface Thing {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

/** Computes a field from the object that it is on; in a subgraph that object holds only what the subgraph may know. */
// The values are whatever the world's author says they are; the schema checks them when they are answered.
export type FieldRule = (parent: Thing, args: Readonly<Record<string, unknown>>) => unknown;

/**
 * A few companies, what each publishes, and what is true. The same rules answer each subgraph and the one schema that
 * all together stand for, so whatever the gateway answers can be held against a single process that knows everything.
 */
export interface World {
  /** SDL of each subgraph; the federation directives are linked for it. */
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly things: readonly Thing[];
  /** By `Type.field`; fields without a rule are read from the object. */
  readonly rules: Readonly<Record<string, FieldRule>>;
  /** Operations that must be answered as a single process would; more are generated. */
  readonly operations: readonly string[];
  /** What to pass for arguments in generated operations, as GraphQL literals by argument name. */
  readonly literals?: Readonly<Record<string, readonly string[]>>;
}

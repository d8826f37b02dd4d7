/** How much one operation may ask for. */
export interface OperationLimits {
  /** Tokens of the document. */
  readonly tokens: number;
  /** Operations in one document, of which a request runs one: each of them is validated. */
  readonly operations: number;
  /** Fields inside fields. */
  readonly depth: number;
  /** Fields and fragments, with every fragment counted wherever it is spread. */
  readonly selections: number;
  readonly aliases: number;
  readonly directives: number;
  /** Pairs of fields under one response key in one place, which validation compares with each other. */
  readonly equalFields: number;
  readonly rootFields: number;
  readonly rootMutations: number;
  /** Fields `__schema`: each is answered at once, with nobody else answered meanwhile. */
  readonly schemas: number;
  /** Fields that an answer may hold if every list is as long as it may be, or of the assumed length. */
  readonly cost: number;
  /** The length assumed of a list that is asked for without a page size. */
  readonly assumedLength: number;
}

/** Enough for the pages of the chain's own front ends, with room. */
export const OPERATION_LIMITS: OperationLimits = {
  tokens: 2_000,
  operations: 20,
  depth: 15,
  selections: 2_000,
  aliases: 50,
  directives: 50,
  equalFields: 20_000,
  rootFields: 20,
  rootMutations: 10,
  schemas: 1,
  cost: 1_000_000,
  assumedLength: 10,
};

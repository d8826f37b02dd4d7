/**
 * Names that the gateway keeps for itself. A contract that uses one of them would compose, and the gateway
 * would not start with it, or take what one company says for its own.
 */
export const RESERVED_NAMES = {
  /**
   * What keys of gathered data begin with: clients may not use it for aliases nor subgraphs for fields, so
   * that none can be forged.
   */
  prefix: "_mx",
  /** Subgraphs that stand for the gateway itself. */
  subgraphs: /^_|^mx\W?_?gateway$/i,
  /** Types and root fields that it answers itself. */
  types: ["Explanation", "Seer", "SeeingClause"],
  queries: ["explain", "whoCanSee"],
} as const;

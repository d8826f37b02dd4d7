/**
 * The roles that may bind a company by default. A proposal cannot name others: it is written by one company and must
 * not choose, say, a buyer of another company as the one whose yes is enough.
 */
export const SIGNATORY_ROLES = ["legal", "direction"] as const;

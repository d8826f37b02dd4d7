export type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
export { type Ledger, ledger, narrowLedger } from "../agreement/ledger.ts";
export * from "./follow-ledger.ts";
export * from "./ledger-keys.ts";
export * from "./ledger-protocol.ts";
export * from "./ledger-statement.ts";

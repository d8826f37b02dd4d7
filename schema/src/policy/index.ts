/**
 * Who sees what, from the text of the policies to one decision. Everything here is pure: clock, ledger and policies
 * are passed in.
 *
 *     policies/*.cedar ── loadPolicies ──> PolicySet      checked when published, compiled once per process
 *     signed ledger ───── openLedger ────> .at(now)       agreements in force and their epoch
 *     both + viewer ───── createDecider ─> .on(facts)     decisions, made once per (class, facts)
 *     policies + columns ─ sessionPredicate > SQL         the same decision over columns, for the owner's masked views
 *
 * The gateway keeps one decider for each company or consumer and epoch. While it writes an object it reads
 * the object's facts from the aliases that it added (`readFacts`), takes `decider.on(facts)` once, and asks
 * `.ofAll(classes)` for each field. An owner's masked view has a predicate for each class, which reads from
 * the session who asks (`viewerRecordOf`).
 */
export * from "../agreement/index.ts";
export * from "../decision/index.ts";
export * from "../predicate/index.ts";
export * from "./cedar-reference.ts";
export { printCheckedPolicies } from "./checked-policies.ts";
export type * from "./compile-policies.ts";
export * from "./load-policies.ts";
export * from "./policy-fault.ts";
export * from "./policy.ts";
export * from "./read-policies.ts";
export type * from "./request.ts";

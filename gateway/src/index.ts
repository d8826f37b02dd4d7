export { createApolloPlanner } from "./plan/apollo/apollo-planner.ts";
export { type PlannerPool, openPlannerPool } from "./plan/processes/planner-pool.ts";
export type { Fetch, PlannableOperation, Plan, Planner } from "./plan/plan.ts";
export { printOperation } from "./plan/operation/print-operation.ts";
export { type QueryPlanNode, readQueryPlan } from "./plan/apollo/read-query-plan.ts";
export { RefusedOperation } from "./plan/refused-operation.ts";
export { RESERVED_PREFIX } from "./plan/reserved-names.ts";
export { type Supergraph, readSupergraph } from "./plan/supergraph/supergraph.ts";
export {
  type Engine,
  type EngineAnswer,
  type EngineOptions,
  type EngineRequest,
  createEngine,
} from "./query/engine.ts";
export type { OperationSource } from "./query/operation/operation-store.ts";
export { type OutgoingRequest, UpstreamError } from "./query/operation/run.ts";
export { createGuard } from "./redact/create-guard.ts";
export type { GuardedContext } from "./redact/guarded-context.ts";
export { createOpenSight, type OpenSight, type Sight } from "./redact/sight.ts";
export type { ClientError } from "./respond/client-error.ts";
export type { Clear, Clearance, ClearanceQuestion, Guard, Refuse } from "./respond/guard.ts";
export { type EngineInForce, type EngineInForceOptions, openEngine } from "./query/engine-in-force.ts";
export { type OperationTime, startOperationTime } from "./query/operation/operation-time.ts";
export type { TransportContext, TransportLimits } from "./query/transport/transport.ts";
export { issuerFile } from "./authenticate/issuer.ts";

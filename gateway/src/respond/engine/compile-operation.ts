import { type FieldNode, type GraphQLSchema, Kind, executeSync } from "graphql";
import { type CanonicalOperation, canonicalOperation } from "../../plan/operation/canonical-operation.ts";
import type { OperationChoice } from "../../plan/operation/choose-operation.ts";
import { planOperation } from "../../plan/plan-operation.ts";
import type { Planner } from "../../plan/plan.ts";
import { RefusedOperation } from "../../plan/refused-operation.ts";
import type { Supergraph } from "../../plan/supergraph/supergraph.ts";
import { entityPlaces } from "../../query/entities/entity-places.ts";
import { planPlaces } from "../../query/entities/plan-places.ts";
import type { Guard } from "../../query/guard.ts";
import { compileCall } from "../../query/operation/compile-call.ts";
import { schedule } from "../../query/operation/schedule.ts";
import type { SubgraphCall } from "../../query/operation/subgraph-call.ts";
import { type AnswerWriter, type AnswerWriterOptions, answerWriter } from "../answer-writer.ts";

/** Everything about an operation that does not depend on the request: made once, run many times. */
export interface CompiledOperation<Context> {
  /** The calls of each stage; a stage starts when the one before has ended. */
  readonly stages: readonly (readonly SubgraphCall[])[];
  readonly write: AnswerWriter<Context>;
  /** Whether it has fields that viewers of its profile can read on no object. */
  readonly withholds: boolean;
}

/** What operations are compiled with. */
export interface Compilation<Context> {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  readonly guard: Guard<Context> | undefined;
}

/** For whom an operation is compiled. */
export interface CompiledFor {
  /** What of the viewer the compiled form depends on. */
  readonly profile: string;
  /** Whose share of the planner it takes. */
  readonly asker?: string | undefined;
}

/** Plans an operation and compiles its plan and its writer; rejects with a RefusedOperation for what cannot be run. */
export async function compileOperation<Context>(
  { supergraph, planner, guard }: Compilation<Context>,
  chosen: OperationChoice,
  { profile, asker }: CompiledFor,
): Promise<CompiledOperation<Context>> {
  const filtered = guard ? guard.filter(chosen, profile) : chosen;
  const operation = canonicalOperation(filtered);
  const plans = await planOperation(planner, operation, asker);
  const factsBehind = guard?.factsBehind ?? (() => []);
  const stages = plans.map((plan) => {
    const setting = { supergraph, entityPlaces: entityPlaces(plan), places: planPlaces(plan), factsBehind };
    return schedule(plan).map((batch) => compileCall(setting, batch));
  });
  const redactionFor = (type: string, fields: readonly string[]) =>
    guard?.redactionFor({ type, fields, profile });
  const withholds = (filtered.withheld?.size ?? 0) > 0;
  return { stages, withholds, write: compileWriter(supergraph.apiSchema, operation, redactionFor) };
}

function compileWriter<Context>(
  apiSchema: GraphQLSchema,
  operation: CanonicalOperation,
  redactionFor: AnswerWriterOptions<Context>["redactionFor"],
): AnswerWriter<Context> {
  const rootType = operation.operation === "query" ? apiSchema.getQueryType() : apiSchema.getMutationType();
  if (!rootType)
    throw new RefusedOperation("UNSUPPORTED_OPERATION", `The schema has no ${operation.operation} type`);
  return answerWriter<Context>({
    apiSchema,
    rootType,
    selections: operation.written,
    keyOf: operation.keyOf,
    redactionFor,
    introspect: (field, { variables }) => introspect(apiSchema, { field, operation, variables }),
  });
}

/** Answers `__schema` or `__type` from the schema that clients may see. */
function introspect(
  schema: GraphQLSchema,
  {
    field,
    operation,
    variables,
  }: {
    readonly field: FieldNode;
    readonly operation: CanonicalOperation;
    readonly variables: Readonly<Record<string, unknown>>;
  },
): string {
  const plain: FieldNode = { ...field, alias: { kind: Kind.NAME, value: "answer" } };
  const { data } = executeSync({
    schema,
    document: {
      kind: Kind.DOCUMENT,
      definitions: [
        {
          kind: Kind.OPERATION_DEFINITION,
          operation: "query" as never,
          variableDefinitions: operation.variables,
          selectionSet: { kind: Kind.SELECTION_SET, selections: [plain] },
        },
      ],
    },
    variableValues: variables,
  });
  return JSON.stringify(data?.["answer"] ?? null);
}

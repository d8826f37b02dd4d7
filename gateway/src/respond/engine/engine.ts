import { validate } from "graphql";
import type { Asker } from "../../plan/asker.ts";
import type { Planner } from "../../plan/plan.ts";
import { RefusedOperation } from "../../plan/refused-operation.ts";
import type { Supergraph } from "../../plan/supergraph/supergraph.ts";
import { type Failure, Failures } from "../../query/answer/failures.ts";
import type { GatheredObject } from "../../query/answer/gathered.ts";
import { EqualObjects } from "../../query/entities/equal-objects.ts";
import type { Follows } from "../../query/entities/place-tree.ts";
import { FoundEntities } from "../../query/entities/plan-places.ts";
import type { Guard } from "../../query/guard.ts";
import { coerceVariables } from "../../query/operation/coerce-variables.ts";
import { runCalls } from "../../query/operation/run-calls.ts";
import type { OutgoingRequest, Run } from "../../query/operation/run.ts";
import type { ClientError } from "../client-error.ts";
import { Writing } from "../writing.ts";
import { type OperationSource, createOperationStore } from "./operation-store.ts";

/** Answers operations on one supergraph. */
export interface Engine<Context> {
  readonly supergraph: Supergraph;
  /** Runs one operation that is valid for the API schema; rejects with a RefusedOperation when it cannot be run. */
  readonly answer: (request: EngineRequest<Context>) => Promise<EngineAnswer>;
  /** The operations that were run most recently, as they can be prepared again on another engine. */
  readonly recentOperations: () => readonly OperationSource[];
  /** Plans and compiles an operation before anybody asks for it; does nothing if it is no longer valid. */
  readonly prepare: (source: OperationSource) => Promise<void>;
}

/** What an engine is made of. */
export interface EngineOptions<Context> {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  /** Sends a request to a subgraph and resolves with its decoded JSON; rejects with an UpstreamError. */
  readonly send: (request: OutgoingRequest, context: Context) => Promise<unknown>;
  readonly guard?: Guard<Context>;
  /** For whom a request is planned, if that is not done yet; without it planning has no shares and no price. */
  readonly askerOf?: ((context: Context) => Asker) | undefined;
  /** How many compiled operations are kept. */
  readonly capacity?: number;
}

/** One request. */
export interface EngineRequest<Context> extends Omit<OperationSource, "profile"> {
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  /** Handed to `send` and to the guard as it is. */
  readonly context: Context;
}

/** An answer, ready to be put between the braces of a response. */
export interface EngineAnswer {
  /** JSON text; `null` when a null rose to the root. */
  readonly data: string;
  readonly errors: readonly ClientError[];
  /** Whether it was asked for what viewers of the same profile can read on no object. */
  readonly withholds: boolean;
  /** Everything that went wrong, for the operator's log. */
  readonly failures: Iterable<Failure>;
}

/** How many compiled operations an engine keeps unless told otherwise. */
const DEFAULT_CAPACITY = 1000;

/** Makes the engine for one supergraph. */
export function createEngine<Context>(options: EngineOptions<Context>): Engine<Context> {
  const { supergraph, planner, send, guard, askerOf, capacity = DEFAULT_CAPACITY } = options;
  const operations = createOperationStore<Context>({ supergraph, planner, guard, askerOf, capacity });

  return {
    supergraph,
    async answer(request) {
      const profile = guard?.profileOf(request.context) ?? "";
      const operation = operations.choose({ ...request, profile });
      const variables = coerceVariables(supergraph.apiSchema, operation.definition, request.variables);
      const compiled = operations.compiled(operation, variables, request.context);
      // A known operation goes on without waiting a turn.
      const { stages, write, withholds } = compiled instanceof Promise ? await compiled : compiled;
      const failures = new Failures();
      const equals = new EqualObjects();
      const { context } = request;
      const root: GatheredObject = {};
      const follows: Follows | undefined = guard && ((object) => guard.follows(object, context));
      const run: Run = {
        root,
        variables,
        failures,
        equals,
        entities: new FoundEntities(root, follows),
        send: (outgoing) => send(outgoing, context),
        admits: guard && ((object, subgraph) => guard.admits(object, subgraph, context)),
        follows,
      };
      for (const calls of stages) await runCalls(calls, run);
      const writing = new Writing<Context>({ context, variables, failures, recurring: equals.recurring });
      const data = write(run.root, writing) ?? "null";
      const unplaced = [...failures.unplaced].map((failure) => ({ failure, path: undefined }));
      return { data, errors: [...writing.errors, ...unplaced], withholds, failures: failures.all };
    },
    recentOperations: operations.recent,
    async prepare(source) {
      // What another schema allowed may be meaningless here; nobody has asked yet, so nobody is told.
      if (validate(supergraph.apiSchema, source.document).length > 0) return;
      try {
        await operations.compiled(operations.choose(source), {});
      } catch (error) {
        if (!(error instanceof RefusedOperation)) throw error;
      }
    },
  };
}

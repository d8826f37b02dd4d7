import { type DocumentNode, getVariableValues } from "graphql";
import { type OperationChoice, chooseOperation, conditionVariables } from "../plan/choose-operation.ts";
import { createOperationCache } from "../plan/operation-cache.ts";
import type { Planner } from "../plan/plan.ts";
import { RefusedOperation } from "../plan/refused-operation.ts";
import type { Supergraph } from "../plan/supergraph.ts";
import type { ClientError } from "../respond/client-error.ts";
import type { Guard } from "../respond/guard.ts";
import { Writing } from "../respond/writing.ts";
import { type CompiledOperation, compileOperation } from "./compile-operation.ts";
import { type Failure, Failures } from "./failures.ts";
import { runCalls } from "./run-calls.ts";
import type { OutgoingRequest, Run } from "./run.ts";

/** Answers operations on one supergraph. */
export interface Engine<Context> {
  readonly supergraph: Supergraph;
  /** Runs one operation that is valid for the API schema; rejects with a RefusedOperation when it cannot be run. */
  readonly answer: (request: EngineRequest<Context>) => Promise<EngineAnswer>;
  /** The operations that were run most recently, as they can be prepared again on another engine. */
  readonly recentOperations: () => readonly OperationSource[];
  /** Plans and compiles an operation before anybody asks for it; does nothing if it is no longer valid. */
  readonly prepare: (source: OperationSource) => void;
}

/** What an engine is made of. */
export interface EngineOptions<Context> {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  /** Sends a request to a subgraph and resolves with its decoded JSON; rejects with an UpstreamError. */
  readonly send: (request: OutgoingRequest, context: Context) => Promise<unknown>;
  readonly guard?: Guard<Context>;
  /** How many compiled operations are kept. */
  readonly capacity?: number;
}

/** An operation as a client sends it, without the values that change from request to request. */
export interface OperationSource {
  /** The text that `document` was parsed from; equal texts share one compiled form. */
  readonly text: string;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  /**
   * What of the viewer the compiled form depends on. Viewers with different profiles never share one; leave it empty if
   * documents and guards are the same for all.
   */
  readonly profile?: string;
}

/** One request. */
export interface EngineRequest<Context> extends OperationSource {
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  /** Handed to `send` and to the guard as it is. */
  readonly context: Context;
}

/** An answer, ready to be put between the braces of a response. */
export interface EngineAnswer {
  /** JSON text; `null` when a null rose to the root. */
  readonly data: string;
  readonly errors: readonly ClientError[];
  /** Everything that went wrong, for the operator's log. */
  readonly failures: Iterable<Failure>;
}

/** How many compiled operations an engine keeps unless told otherwise. */
const DEFAULT_CAPACITY = 1000;

/** Makes the engine for one supergraph. */
export function createEngine<Context>(options: EngineOptions<Context>): Engine<Context> {
  const { supergraph, send, guard, capacity = DEFAULT_CAPACITY } = options;
  const compiled = createOperationCache<CompiledOperation<Context>>(capacity);
  const chosen = createOperationCache<ChosenOperation>(capacity);

  return {
    supergraph,
    async answer(request) {
      const operation = choose(request);
      const variables = coerceVariables(supergraph, operation, request.variables);
      const { stages, write } = compile(operation, conditionsOf(operation, variables));
      const failures = new Failures();
      const { context } = request;
      const run: Run = {
        root: {},
        variables,
        failures,
        send: (outgoing) => send(outgoing, context),
        admits: guard && ((object, subgraph) => guard.admits(object, subgraph, context)),
      };
      for (const calls of stages) await runCalls(calls, run);
      const writing = new Writing<Context>({ context, variables, failures });
      const data = write(run.root, writing) ?? "null";
      const unplaced = [...failures.unplaced].map((failure) => ({ failure, path: undefined }));
      return { data, errors: [...writing.errors, ...unplaced], failures: failures.all };
    },
    recentOperations: () => [...chosen.entries()].map(([, { source }]) => source),
    prepare(source) {
      const operation = choose(source);
      compile(operation, conditionsOf(operation, {}));
    },
  };

  function choose(source: OperationSource): ChosenOperation {
    const key = JSON.stringify([source.operationName ?? "", source.profile ?? ""]) + source.text;
    const known = chosen.get(key);
    if (known) return known;
    const { text, document, operationName, profile = "" } = source;
    const operation = {
      key,
      source: { text, document, operationName, profile },
      conditions: conditionVariables(document),
      ...chooseOperation(document, operationName),
    };
    chosen.set(key, operation);
    return operation;
  }

  function compile(
    { key, definition, fragments }: ChosenOperation,
    conditions: OperationChoice["conditions"],
  ): CompiledOperation<Context> {
    const variant = Object.values(conditions).map(Number).join("") + key;
    const known = compiled.get(variant);
    if (known) return known;
    const operation = compileOperation<Context>(
      { supergraph, planner: options.planner, guard },
      { definition, fragments, conditions },
    );
    compiled.set(variant, operation);
    return operation;
  }
}

interface ChosenOperation extends Omit<OperationChoice, "conditions"> {
  readonly key: string;
  readonly source: OperationSource;
  /** The variables that decide about `@skip` and `@include`. */
  readonly conditions: readonly string[];
}

function conditionsOf(
  { conditions }: ChosenOperation,
  variables: Readonly<Record<string, unknown>>,
): Record<string, boolean> {
  return Object.fromEntries(conditions.map((name) => [name, variables[name] === true]));
}

function coerceVariables(
  { apiSchema }: Supergraph,
  { definition }: ChosenOperation,
  given: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const { coerced, errors } = getVariableValues(apiSchema, definition.variableDefinitions ?? [], given);
  if (coerced) return coerced;
  // Suggestions name values and fields that the client did not ask about.
  const [message = "A variable has no acceptable value"] = errors.map((error) =>
    error.message.replace(/ Did you mean .*$/s, ""),
  );
  throw new RefusedOperation("BAD_USER_INPUT", message);
}

import { createBoundedCache } from "@maillon/schema";
import type { DocumentNode } from "graphql";
import type { Asker } from "../../plan/asker.ts";
import {
  type OperationChoice,
  chooseOperation,
  conditionVariables,
} from "../../plan/operation/choose-operation.ts";
import { planningPrice } from "../../plan/planning-price.ts";
import {
  type Compilation,
  type CompiledFor,
  type CompiledOperation,
  compileOperation,
} from "./compile-operation.ts";

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

/** The operation of a request, found in its document. */
export interface ChosenOperation extends Omit<OperationChoice, "conditions"> {
  /** Equal for requests that may share a compiled form. */
  readonly key: string;
  readonly source: OperationSource;
  /** The variables that decide about `@skip` and `@include`. */
  readonly conditions: readonly string[];
}

/** Keeps what was found out about operations, so that it is found out once. */
export interface OperationStore<Context> {
  readonly choose: (source: OperationSource) => ChosenOperation;
  /**
   * The compiled form for the values of the variables that decide about `@skip` and `@include`: at once when
   * it is known, else a promise of it, for planning takes time. The context is of whoever asks; the gateway itself has
   * none.
   */
  readonly compiled: (
    operation: ChosenOperation,
    variables: Readonly<Record<string, unknown>>,
    context?: Context,
  ) => CompiledOperation<Context> | Promise<CompiledOperation<Context>>;
  /** From the one used longest ago to the latest. */
  readonly recent: () => readonly OperationSource[];
}

/** What a store of operations is made of. */
export interface OperationStoreOptions<Context> extends Compilation<Context> {
  /** Who pays for what is not known yet; without it nobody does. */
  readonly askerOf: ((context: Context) => Asker) | undefined;
  /** How many operations it holds. */
  readonly capacity: number;
}

/** Makes the store of one supergraph's operations. */
export function createOperationStore<Context>({
  askerOf,
  capacity,
  ...compilation
}: OperationStoreOptions<Context>): OperationStore<Context> {
  const compiled = createBoundedCache<CompiledOperation<Context>>(capacity);
  const underWay = new Map<string, Promise<CompiledOperation<Context>>>();
  const chosen = createBoundedCache<ChosenOperation>(capacity);

  async function compile(
    variant: string,
    choice: OperationChoice,
    compiledFor: CompiledFor,
  ): Promise<CompiledOperation<Context>> {
    try {
      const operation = await compileOperation<Context>(compilation, choice, compiledFor);
      compiled.set(variant, operation);
      return operation;
    } finally {
      underWay.delete(variant);
    }
  }

  return {
    choose(source) {
      const key = JSON.stringify([source.operationName ?? null, source.profile ?? ""]) + source.text;
      const known = chosen.get(key);
      if (known) return known;
      const operation = chooseFrom(source, key);
      chosen.set(key, operation);
      return operation;
    },
    compiled({ key, source, definition, fragments, conditions: names }, variables, context) {
      const variant = names.map((name) => Number(variables[name] === true)).join("") + key;
      const known = compiled.get(variant) ?? underWay.get(variant);
      if (known) return known;
      const asker = context && askerOf?.(context);
      asker?.charge(planningPrice({ definition, fragments }));
      const conditions = Object.fromEntries(names.map((name) => [name, variables[name] === true]));
      const choice = { definition, fragments, conditions };
      const begun = compile(variant, choice, { profile: source.profile ?? "", asker: asker?.company });
      underWay.set(variant, begun);
      return begun;
    },
    recent: () => [...chosen.entries()].map(([, { source }]) => source),
  };
}

function chooseFrom(
  { text, document, operationName, profile = "" }: OperationSource,
  key: string,
): ChosenOperation {
  return {
    key,
    source: { text, document, operationName, profile },
    conditions: conditionVariables(document),
    ...chooseOperation(document, operationName),
  };
}

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { FetchRewrite, FlattenNodePathSegment, PlanNode } from "@graphql-hive/router-query-planner";
import {
  type Planner,
  type QueryPlanNode,
  type Supergraph,
  printOperation,
  readQueryPlan,
} from "@maillon/gateway";
import { Kind, parse, print } from "graphql";

/** What the process of the other planner is asked; it keeps the supergraph that it was given last. */
export interface HiveQuestion {
  readonly supergraph: string | undefined;
  readonly operation: string;
}

export type HiveAnswer = { readonly node: PlanNode | undefined } | { readonly refusal: string };

/** The other planner has no plan: it says so, or ended its process. */
export class NoOracleError extends Error {
  override readonly name = "NoOracleError";
}

/** The other planner, one supergraph and one operation at a time. */
export interface HivePlanner {
  readonly createPlanner: (supergraph: Supergraph) => Planner;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/**
 * Opens another planner, written independently in another language, behind our seam: whoever executes its
 * plans must give the same answers. It is an oracle for tests only; it works in a process of its own, which
 * it ends when it panics.
 */
export function openHivePlanner(): HivePlanner {
  let child: ChildProcess | undefined;
  let loaded: string | undefined;

  return {
    createPlanner(supergraph) {
      const sdl = print(supergraph.document);
      return async (operation) => {
        const { node } = await ask({ sdl, operation: printOperation(operation) });
        return readQueryPlan(node && translate(node));
      };
    },
    async [Symbol.asyncDispose]() {
      if (!child) return;
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };

  async function ask({ sdl, operation }: { readonly sdl: string; readonly operation: string }) {
    const current = (child ??= start());
    const answered = nextAnswer(current);
    current.send({ operation, supergraph: loaded === sdl ? undefined : sdl } satisfies HiveQuestion);
    loaded = sdl;
    const answer = await answered;
    if ("refusal" in answer) throw new NoOracleError(answer.refusal);
    return answer;
  }

  function start(): ChildProcess {
    const started = fork(fileURLToPath(new URL("hive-main.ts", import.meta.url)), {
      execArgv: process.execArgv,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    started.once("exit", () => {
      child = undefined;
      loaded = undefined;
    });
    return started;
  }
}

function nextAnswer(child: ChildProcess): Promise<HiveAnswer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null) =>
      reject(new NoOracleError(`The other planner ended with ${String(code ?? signal)}`));
    child.once("exit", ended).once("message", (answer: HiveAnswer) => {
      child.off("exit", ended);
      resolve(answer);
    });
  });
}

/** Its plans differ from Apollo's in how they write paths and rewrites, and in requests that hold several fetches. */
function translate(node: PlanNode): QueryPlanNode {
  switch (node.kind) {
    case "Sequence":
    case "Parallel":
      return { kind: node.kind, nodes: node.nodes.map(translate) };
    case "Flatten":
      return { kind: node.kind, path: node.path.map(translateStep), node: translate(node.node) };
    case "Fetch":
      return {
        ...node,
        inputRewrites: (node.inputRewrites ?? []).flatMap(translateRewrite),
        outputRewrites: (node.outputRewrites ?? []).flatMap(translateRewrite),
      };
    case "BatchFetch":
      return { kind: "Parallel", nodes: translateBatch(node) };
    default:
      throw new Error(`The step ${node.kind} has no translation`);
  }
}

function translateStep(step: FlattenNodePathSegment): unknown {
  if (step === "@") return step;
  return "Field" in step ? step.Field : { types: step.TypeCondition };
}

/** One rewrite for each type that a path may go through. */
function translateRewrite(rewrite: FetchRewrite): NonNullable<QueryPlanNode["inputRewrites"]>[number][] {
  if ("KeyRenamer" in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return translatePath(path).map((each) => ({ kind: "KeyRenamer", path: each, renameKeyTo }));
  }
  const { path, setValueTo } = "ValueSetter" in rewrite ? rewrite.ValueSetter : rewrite;
  return translatePath(path).map((each) => ({ kind: "ValueSetter", path: each, setValueTo }));
}

type RewritePath = Extract<FetchRewrite, { KeyRenamer: unknown }>["KeyRenamer"]["path"];

function translatePath(path: RewritePath): string[][] {
  let paths: string[][] = [[]];
  for (const step of path) {
    const steps = "Key" in step ? [step.Key] : step.TypenameEquals.map((type) => `... on ${type}`);
    paths = paths.flatMap((start) => steps.map((each) => [...start, each]));
  }
  return paths;
}

function translateBatch(node: Extract<PlanNode, { kind: "BatchFetch" }>): QueryPlanNode[] {
  const { definitions } = parse(node.operation);
  const definition = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!definition) throw new Error("A batch holds no operation");
  const fragments = definitions.filter((each) => each !== definition).map(print);
  const lists = new Set(
    node.entityBatch.aliases.map(({ representationsVariableName }) => representationsVariableName),
  );
  const variableDefinitions = definition.variableDefinitions?.filter(
    ({ variable }) => !lists.has(variable.name.value),
  );
  return node.entityBatch.aliases.flatMap((alias) => {
    const field = definition.selectionSet.selections.find(
      (each) => each.kind === Kind.FIELD && each.alias?.value === alias.alias,
    );
    if (field?.kind !== Kind.FIELD || !field.selectionSet) throw new Error(`A batch holds no ${alias.alias}`);
    const selectionSet = { ...definition.selectionSet, selections: [field] };
    const operation = [print({ ...definition, variableDefinitions, selectionSet }), ...fragments].join("\n");
    return alias.paths.map((path) => ({
      kind: "Flatten",
      path: path.map(translateStep),
      node: translate({ ...alias, kind: "Fetch", serviceName: node.serviceName, operation }),
    }));
  });
}

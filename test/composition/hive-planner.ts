import {
  type PlanNode,
  QueryPlanner,
  type FetchRewrite,
  type FlattenNodePathSegment,
} from "@graphql-hive/router-query-planner";
import { type Planner, type QueryPlanNode, readQueryPlan } from "@maillon/gateway";
import { Kind, type OperationTypeNode, parse, print } from "graphql";

/**
 * Another planner, written independently in another language, behind our seam: whoever executes its plans must give the same
 * answers. It is an oracle for tests only.
 */
export function createHivePlanner(supergraphSdl: string): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  return ({ operation, variables, selections }) => {
    const text = print({
      kind: Kind.DOCUMENT,
      definitions: [
        {
          kind: Kind.OPERATION_DEFINITION,
          operation: operation as OperationTypeNode,
          variableDefinitions: variables,
          selectionSet: selections,
        },
      ],
    });
    const { node } = planner.plan(text, undefined, new Set(), 0);
    return readQueryPlan(node && translate(node));
  };
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
  const [definition] = parse(node.operation).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error("A batch holds no operation");
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
    const operation = print({ ...definition, variableDefinitions, selectionSet });
    return alias.paths.map((path) => ({
      kind: "Flatten",
      path: path.map(translateStep),
      node: translate({ ...alias, kind: "Fetch", serviceName: node.serviceName, operation }),
    }));
  });
}

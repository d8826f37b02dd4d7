import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
  parse,
} from "graphql";
import { inlineFragments } from "../selection/inline-fragments.ts";
import type {
  Fetch,
  PathStep,
  Plan,
  Rename,
  RepresentationPlan,
  RequiredField,
  RequiredFields,
  TypeReplacement,
} from "../plan.ts";

/** The plan format that Apollo's planners established; only what is read of it. */
export interface QueryPlanNode {
  readonly kind: string;
  readonly nodes?: readonly QueryPlanNode[];
  readonly node?: QueryPlanNode;
  readonly path?: readonly unknown[];
  readonly serviceName?: string;
  readonly operation?: string;
  readonly operationKind?: string;
  readonly requires?: readonly RequiredSelection[];
  readonly inputRewrites?: readonly Rewrite[];
  readonly outputRewrites?: readonly Rewrite[];
}

interface RequiredSelection {
  readonly kind: string;
  readonly name?: string;
  readonly alias?: string;
  readonly typeCondition?: string;
  readonly selections?: readonly RequiredSelection[];
}

interface Rewrite {
  readonly kind: string;
  readonly path: readonly string[];
  readonly setValueTo?: unknown;
  readonly renameKeyTo?: string;
}

/** Reads a planner's tree of steps into our list of fetches; throws when it holds a step that we do not execute. */
export function readQueryPlan(root: QueryPlanNode | undefined): Plan {
  const fetches: Fetch[] = [];
  if (root) readNode(root, { fetches, path: [] }, []);
  return { fetches };
}

interface Reading {
  readonly fetches: Fetch[];
  readonly path: readonly PathStep[];
}

/** Adds the fetches below a node; returns what a following step has to wait for. */
function readNode(node: QueryPlanNode, reading: Reading, after: readonly number[]): readonly number[] {
  switch (node.kind) {
    case "Sequence":
      return (node.nodes ?? []).reduce((waits, each) => readNode(each, reading, waits), after);
    case "Parallel":
      return [...new Set((node.nodes ?? []).flatMap((each) => readNode(each, reading, after)))];
    case "Flatten":
      return node.node
        ? readNode(node.node, { ...reading, path: [...reading.path, ...readPath(node.path)] }, after)
        : after;
    case "Fetch":
      reading.fetches.push(readFetch(node, reading, after));
      return [reading.fetches.length - 1];
    default:
      throw new Error(`The planner answered with a step "${node.kind}", which is not supported`);
  }
}

/** List marks are left out because lists are always walked through. */
function readPath(path: readonly unknown[] = []): PathStep[] {
  return path.flatMap((step): PathStep[] => {
    if (step === "@") return [];
    if (isTypeStep(step)) return [step];
    if (typeof step === "string" && !step.includes("|")) return [step];
    throw new Error(`The planner answered with a path step ${JSON.stringify(step)}, which is not supported`);
  });
}

function isTypeStep(step: unknown): step is Exclude<PathStep, string> {
  return typeof step === "object" && step !== null && "types" in step && Array.isArray(step.types);
}

function readFetch(node: QueryPlanNode, reading: Reading, after: readonly number[]): Fetch {
  const { operation, selections, variables } = readOperation(node.operation ?? "");
  const shared = {
    subgraph: node.serviceName ?? "",
    path: reading.path,
    after,
    renames: (node.outputRewrites ?? []).flatMap(readRename),
  };
  if (!node.requires?.length)
    return {
      ...shared,
      kind: "root",
      operation: operation === "mutation" ? operation : "query",
      selections: { ...selections, selections: withoutFragments(selections) },
      variables,
    };
  return {
    ...shared,
    kind: "entities",
    selections: entitySelections(selections),
    variables: variables.filter(({ variable }) => variable.name.value !== "representations"),
    representations: readRepresentations(node.requires),
    sentAs: (node.inputRewrites ?? []).map(readReplacement),
  };
}

interface ReadOperation {
  readonly operation: string;
  readonly selections: SelectionSetNode;
  readonly variables: readonly VariableDefinitionNode[];
}

function readOperation(text: string): ReadOperation {
  const document: DocumentNode = parse(text, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  let found: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === "OperationDefinition") found = definition;
    if (definition.kind === "FragmentDefinition") fragments.set(definition.name.value, definition);
  }
  if (!found) throw new Error("The planner answered with a fetch that holds no operation");
  return {
    operation: found.operation,
    selections: inlineFragments(found.selectionSet, fragments),
    variables: found.variableDefinitions ?? [],
  };
}

/** A fragment at the root always applies, and the subgraph may have another name for the type in its condition. */
function withoutFragments({ selections }: SelectionSetNode): SelectionNode[] {
  return selections.flatMap((each) =>
    each.kind === "InlineFragment" ? withoutFragments(each.selectionSet) : [each],
  );
}

function entitySelections(selections: SelectionSetNode): SelectionSetNode {
  const [entities] = selections.selections;
  if (entities?.kind !== "Field" || !entities.selectionSet)
    throw new Error("The planner answered with an entity fetch that does not ask for _entities");
  return entities.selectionSet;
}

function readRename(rewrite: Rewrite): Rename[] {
  if (rewrite.kind !== "KeyRenamer" || rewrite.renameKeyTo === undefined)
    throw new Error(`The planner answered with a rewrite "${rewrite.kind}", which is not supported`);
  return [{ path: rewrite.path, to: rewrite.renameKeyTo }];
}

function readRepresentations(requires: readonly RequiredSelection[]): RepresentationPlan[] {
  return requires.map(({ typeCondition = "", selections }) => ({
    type: typeCondition,
    fields: readRequiredFields(selections ?? [])
      .flatMap(({ fields }) => fields)
      .filter(({ name }) => name !== "__typename"),
  }));
}

function readReplacement({ kind, path, setValueTo }: Rewrite): TypeReplacement {
  const [condition = "", field] = path;
  if (kind !== "ValueSetter" || path.length !== 2 || field !== "__typename" || typeof setValueTo !== "string")
    throw new Error(`The planner answered with a rewrite of "${path.join(".")}", which is not supported`);
  return { type: condition.replace("... on ", ""), typename: setValueTo };
}

function readRequiredFields(selections: readonly RequiredSelection[]): RequiredFields[] {
  const own: RequiredField[] = [];
  const groups: RequiredFields[] = [{ types: [], fields: own }];
  for (const { kind, name = "", alias, typeCondition, selections: inner } of selections) {
    if (kind === "InlineFragment")
      for (const { types, fields } of readRequiredFields(inner ?? []))
        groups.push({ types: typeCondition === undefined ? types : [typeCondition, ...types], fields });
    else own.push({ key: alias ?? name, name, ...(inner && { of: readRequiredFields(inner) }) });
  }
  return groups;
}

import { Kind, type SelectionSetNode } from "graphql";
import type { CanonicalOperation } from "./operation/canonical-operation.ts";
import type { Plan, PlannableOperation, Planner } from "./plan.ts";
import { RefusedOperation } from "./refused-operation.ts";

/**
 * Plans an operation: one plan for a query, one for each root field of a mutation, to be run strictly one
 * after the other, follow-up fetches included. (A planner would send two mutations to one subgraph together
 * and fetch what they lead to later, when the second has already changed it.)
 */
export async function planOperation(
  planner: Planner,
  { operation, variables, ...canonical }: CanonicalOperation,
  asker?: string,
): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  const plan: Planner = (stage) => planner(stage, asker);
  for (const selections of stagesOf(operation, canonical.gathered))
    plans.push(await planStage(plan, { operation, variables, selections }));
  return plans;
}

function stagesOf(
  operation: PlannableOperation["operation"],
  gathered: SelectionSetNode,
): SelectionSetNode[] {
  if (gathered.selections.length === 0) return [];
  if (operation === "query") return [gathered];
  const keys = [...new Set(gathered.selections.map(responseKeyOf))];
  return keys.map((key) => ({
    kind: Kind.SELECTION_SET,
    selections: gathered.selections.filter((selection) => responseKeyOf(selection) === key),
  }));
}

async function planStage(planner: Planner, operation: PlannableOperation): Promise<Plan> {
  const plan = await askPlanner(planner, operation);
  const answered = new Set(
    plan.fetches.flatMap(({ kind, path, selections }) =>
      kind === "root" && path.length === 0 ? selections.selections.map(responseKeyOf) : [],
    ),
  );
  for (const selection of operation.selections.selections)
    if (!answered.has(responseKeyOf(selection)))
      // An empty plan would read as null: the client would take "nobody can answer" for "there is none".
      throw new RefusedOperation(
        "UNPLANNABLE_OPERATION",
        `No subgraph can answer what the operation selects on "${fieldNameOf(selection)}"`,
      );
  return plan;
}

/** Apollo's planner throws on what no subgraph can resolve; its words name internals. */
async function askPlanner(planner: Planner, operation: PlannableOperation): Promise<Plan> {
  try {
    return await planner(operation);
  } catch (cause) {
    if (cause instanceof RefusedOperation) throw cause;
    throw new RefusedOperation("UNPLANNABLE_OPERATION", "No subgraph can answer what the operation selects", {
      cause,
    });
  }
}

type Selection = SelectionSetNode["selections"][number];

function responseKeyOf(selection: Selection): string {
  return selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : "";
}

function fieldNameOf(selection: Selection): string {
  return selection.kind === Kind.FIELD ? selection.name.value : "";
}

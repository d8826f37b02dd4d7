import { type DocumentNode, Kind, parse } from "graphql";
import { createApolloPlanner } from "../apollo/apollo-planner.ts";
import type { PlannableOperation, Planner } from "../plan.ts";
import type { PlannerAnswer, PlannerQuestion } from "./planner-messages.ts";

/** What runs in a planner process: it plans with the supergraphs that it was given, and knows nothing of viewers. */
const planners = new Map<number, Planner>();

process.on("message", async (question: PlannerQuestion) => {
  if (question.kind === "unload") planners.delete(question.supergraph);
  else process.send?.(await answer(question));
});
// A Ctrl-C is for the gateway, which still answers what it has begun; the end of its channel ends this process.
process.on("SIGINT", () => {}).on("SIGTERM", () => {});

async function answer(question: Exclude<PlannerQuestion, { kind: "unload" }>): Promise<PlannerAnswer> {
  try {
    if (question.kind === "load") {
      const document = parse(question.sdl, { noLocation: true });
      planners.set(question.supergraph, createApolloPlanner({ document }));
      return { plan: { fetches: [] } };
    }
    const planner = planners.get(question.supergraph);
    if (!planner) throw new Error("The supergraph is not loaded");
    return { plan: await planner(readOperation(parse(question.operation, { noLocation: true }))) };
  } catch (error) {
    return { refusal: String(error) };
  }
}

function readOperation({ definitions: [definition] }: DocumentNode): PlannableOperation {
  if (definition?.kind !== Kind.OPERATION_DEFINITION || definition.operation === "subscription")
    throw new Error("A planner process was given something else than a query or mutation");
  const { operation, variableDefinitions: variables = [], selectionSet: selections } = definition;
  return { operation, variables, selections };
}

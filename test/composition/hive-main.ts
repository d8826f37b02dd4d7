import { QueryPlanner } from "@graphql-hive/router-query-planner";
import type { HiveAnswer, HiveQuestion } from "./hive-planner.ts";

// The other planner in a process of its own: where it has no answer it may end the process.
let planner: QueryPlanner | undefined;

process.on("message", (question: HiveQuestion) => process.send?.(answer(question)));

function answer({ supergraph, operation }: HiveQuestion): HiveAnswer {
  try {
    if (supergraph !== undefined) planner = new QueryPlanner(supergraph);
    return { node: planner?.plan(operation, undefined, new Set(), 0).node };
  } catch (error) {
    return { refusal: String(error) };
  }
}

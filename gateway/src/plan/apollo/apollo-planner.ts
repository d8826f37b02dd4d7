import { Supergraph as ApolloSupergraph, operationFromDocument } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { type DocumentNode, Kind, type OperationTypeNode } from "graphql";
import { specialiseArguments } from "./argument-variants.ts";
import { putBestKeysFirst } from "./key-order.ts";
import type { PlannableOperation, Planner } from "../plan.ts";
import { readQueryPlan } from "./read-query-plan.ts";
import { refuseImpossible } from "./refuse-impossible.ts";
import { readRequirements } from "./requirements.ts";
import { restoreArguments } from "./restore-arguments.ts";
import { separateRequirements } from "./separate-requirements.ts";
import type { Supergraph } from "../supergraph/supergraph.ts";
import { widenFragments } from "./widen-fragments.ts";

/**
 * Apollo's query planner behind our seam. Building it reads the whole supergraph (tens to hundreds of milliseconds),
 * so it is made once per supergraph; it plans in the process that calls it (see planner-pool.ts for others).
 */
export function createApolloPlanner(supergraph: Pick<Supergraph, "document">): Planner {
  const specialised = specialiseArguments(putBestKeysFirst(supergraph.document));
  // Stand-ins leave the real field "@external but unused", which only this copy's validation would mind.
  const plannable = ApolloSupergraph.build(specialised.document, { validateSupergraph: false });
  const schema = plannable.apiSchema();
  const planner = new QueryPlanner(plannable);
  const required = readRequirements(specialised.document);
  const widen = widenFragments(specialised.document);
  return (operation) => {
    const document = documentOf({ ...operation, selections: widen(operation) });
    const plan = planner.buildQueryPlan(operationFromDocument(schema, document));
    const readable = refuseImpossible(readQueryPlan(plan.node), required);
    return restoreArguments(separateRequirements(readable, required), specialised);
  };
}

function documentOf({ operation, variables, selections }: PlannableOperation): DocumentNode {
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: operation as OperationTypeNode,
        variableDefinitions: variables,
        selectionSet: selections,
      },
    ],
  };
}

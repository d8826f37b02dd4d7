import { Supergraph as ApolloSupergraph, operationFromDocument } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { type DocumentNode, Kind, type OperationTypeNode } from "graphql";
import { specialiseArguments } from "./argument-variants.ts";
import { impossibility } from "./impossibility.ts";
import { isolateRequirements } from "./isolate-requirements.ts";
import { putBestKeysFirst } from "./key-order.ts";
import type { Plan, PlannableOperation, Planner } from "../plan.ts";
import { readQueryPlan } from "./read-query-plan.ts";
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
  const required = readRequirements(specialised.document);
  const widen = widenFragments(specialised.document);
  const planUsually = apolloPlanner(specialised.document);
  let planIsolated: PlanWithApollo | undefined;
  return (operation) => {
    const widened = documentOf({ ...operation, selections: widen(operation) });
    let plan = planUsually(widened);
    if (impossibility(plan, required) !== undefined) {
      planIsolated ??= isolatingPlanner(specialised.document);
      plan = planIsolated(widened);
      const fault = impossibility(plan, required);
      if (fault !== undefined) throw new Error(fault);
    }
    return restoreArguments(separateRequirements(plan, required), { ...specialised, ...required });
  };
}

type PlanWithApollo = (operation: DocumentNode) => Plan;

function apolloPlanner(supergraph: DocumentNode): PlanWithApollo {
  // Stand-ins leave the real field "@external but unused", which only this copy's validation would mind.
  const plannable = ApolloSupergraph.build(supergraph, { validateSupergraph: false });
  const schema = plannable.apiSchema();
  const planner = new QueryPlanner(plannable);
  return (operation) => readQueryPlan(planner.buildQueryPlan(operationFromDocument(schema, operation)).node);
}

/**
 * For operations that the usual planner plans wrongly: few supergraphs ever need it, so that it is made when
 * one does.
 */
function isolatingPlanner(supergraph: DocumentNode): PlanWithApollo {
  const { document, subgraphOf } = isolateRequirements(supergraph);
  const plan = apolloPlanner(document);
  return (operation) => ({
    fetches: plan(operation).fetches.map((fetch) => ({ ...fetch, subgraph: subgraphOf(fetch.subgraph) })),
  });
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

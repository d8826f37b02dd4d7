import type { EntityFetch, Plan } from "../plan.ts";
import type { Requirements } from "./requirements.ts";
import { selectedFields } from "../selection/selected-fields.ts";

/**
 * Refuses a plan that asks a subgraph for a field of an entity that it marks `@external`. Apollo's planner makes such
 * plans of long chains of `@requires` that lead back to a subgraph: it merges what a field needs into the fetch of the field
 * itself, and the subgraph would compute it from nothing. An error is better than an answer that is wrong. The words of the
 * error are for the operator: they may name fields that clients do not know of.
 */
export function refuseImpossible(plan: Plan, requirements: Requirements): Plan {
  for (const fetch of plan.fetches) {
    const field = fetch.kind === "entities" ? externalField(fetch, requirements) : undefined;
    if (field !== undefined)
      throw new Error(`The planner asks ${fetch.subgraph} for "${field}", which it marks @external`);
  }
  return plan;
}

function externalField(
  { selections, subgraph, representations }: EntityFetch,
  { isExternal }: Requirements,
): string | undefined {
  const told = new Set(representations.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const fields = selectedFields(selections);
  const wrong = fields.find(
    ({ type, field }) => !told.has(field.name.value) && isExternal(subgraph, type, field.name.value),
  );
  return wrong?.field.name.value;
}

import { type FieldNode, type SelectionSetNode, print } from "graphql";
import { carriesFields, onlyFields } from "../selection/carried-fields.ts";
import type { EntityFetch, Plan, RepresentationPlan } from "../plan.ts";
import type { Requirements } from "./requirements.ts";
import { keepFields, selectedFields } from "../selection/selected-fields.ts";
import { splitFetches } from "./split-fetches.ts";

/**
 * Parts the fetches in which an interface object is asked for fields that need different things of it. The
 * planner gathers what a `@requires` names only from the types that the client asked that field of; in one
 * fetch with the others, objects of the other types would have no representation, and all of their fields
 * would silently be null.
 */
export function separateRequirements(plan: Plan, requirements: Requirements): Plan {
  return splitFetches(plan, (fetch) =>
    fetch.kind === "entities" && fetch.sentAs.length > 0 ? separate(fetch, requirements) : [fetch],
  );
}

/** Fields that need the same, and what that is. */
interface Group {
  readonly required: SelectionSetNode | undefined;
  readonly fields: Set<FieldNode>;
}

function separate(fetch: EntityFetch, requirements: Requirements): readonly EntityFetch[] {
  const groups = groupByRequirement(fetch, requirements);
  if (groups.length < 2) return [fetch];
  const required = groups.flatMap((group) => group.required ?? []);
  return groups.map((group) => ({
    ...fetch,
    selections: keepFields(fetch.selections, (field) => group.fields.has(field)),
    representations: fetch.representations.map((each) => {
      const key = carriedKey(each, { fetch, requirements, required });
      const needed = [key, group.required].filter((set) => set !== undefined);
      return key ? { ...each, fields: onlyFields(each.fields, needed) } : each;
    }),
  }));
}

function groupByRequirement(
  { selections, subgraph }: EntityFetch,
  { requiredFor }: Requirements,
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { type, field } of selectedFields(selections)) {
    const required = requiredFor(subgraph, type, field.name.value);
    const identity = required ? print(required) : "";
    const group = groups.get(identity) ?? { required, fields: new Set() };
    group.fields.add(field);
    groups.set(identity, group);
  }
  return [...groups.values()];
}

/** The key in the representations of what is sent as one type; one that no requirement has brought in, if there is one. */
function carriedKey(
  { type }: RepresentationPlan,
  context: {
    readonly fetch: EntityFetch;
    readonly requirements: Requirements;
    readonly required: readonly SelectionSetNode[];
  },
): SelectionSetNode | undefined {
  const { representations, sentAs, subgraph } = context.fetch;
  const sentType = (name: string) => sentAs.find((each) => each.type === name)?.typename ?? name;
  const sent = sentType(type);
  const keys = context.requirements.keys.keysOf(subgraph, sent).map((key) => key.fields);
  const names = new Set(
    context.required.flatMap((set) => selectedFields(set).map(({ field }) => field.name.value)),
  );
  // The key may be that of an implementer, and what is required that of the interface.
  const fields = representations
    .filter((each) => sentType(each.type) === sent)
    .flatMap((each) => each.fields);
  const others = fields.filter(({ name }) => !names.has(name));
  return keys.find((key) => carriesFields(others, key)) ?? keys.find((key) => carriesFields(fields, key));
}

import type { SelectionSetNode } from "graphql";
import type { Fetch, Plan } from "../plan.ts";
import { type SelectedField, selectedFields } from "../selection/selected-fields.ts";
import type { Requirements } from "./requirements.ts";

/**
 * What is wrong with a plan that cannot be carried out: it asks a subgraph for a field that it marks
 * `@external`, or for one that requires what it is not told, which it would compute from nothing. Apollo's
 * planner makes such plans of chains of `@requires` that lead back to a subgraph, for it merges what a field
 * needs into an earlier fetch of the same subgraph. The words are for the operator: they may name fields that
 * clients do not know of.
 */
export function impossibility(plan: Plan, requirements: Requirements): string | undefined {
  for (const fetch of plan.fetches) {
    const fault = faultIn(fetch.selections, placeOf(fetch), requirements);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** An object that a subgraph is asked about. */
interface Place {
  readonly subgraph: string;
  readonly type: string;
  /** What the subgraph knows of it beside its own fields: it was told it, or provides it here. */
  readonly known: readonly KnownField[];
}

interface KnownField {
  readonly name: string;
  /** The type that it was told of, where there may be objects of several. */
  readonly type?: string;
  readonly of?: SelectionSetNode | undefined;
}

function placeOf(fetch: Fetch): Place {
  const { subgraph } = fetch;
  if (fetch.kind === "entities")
    return {
      subgraph,
      type: "",
      known: fetch.representations.flatMap(({ type, fields }) => fields.map(({ name }) => ({ name, type }))),
    };
  return { subgraph, type: fetch.operation === "mutation" ? "Mutation" : "Query", known: [] };
}

function faultIn(set: SelectionSetNode, place: Place, requirements: Requirements): string | undefined {
  for (const selected of selectedFields(set, place.type)) {
    const fault = faultOf(selected, place, requirements);
    if (fault !== undefined) return fault;
    const inner = selected.field.selectionSet;
    const below = inner && faultIn(inner, placeBelow(selected, place, requirements), requirements);
    if (below !== undefined) return below;
  }
  return undefined;
}

function faultOf(
  { type, field }: SelectedField,
  { subgraph, known }: Place,
  { isExternal, requiredFor, isObject }: Requirements,
): string | undefined {
  // Nothing that was told of one type of object is known of another.
  const isOfOthers = (other: string) => other !== type && isObject(other) && isObject(type);
  const lacks = (name: string) =>
    known.every((each) => each.name !== name || (each.type !== undefined && isOfOthers(each.type)));
  const name = field.name.value;
  if (lacks(name) && isExternal(subgraph, type, name))
    return `The planner asks ${subgraph} for "${name}", which it marks @external`;
  const required = requiredFor(subgraph, type, name);
  const missing = required && selectedFields(required).find((each) => lacks(each.field.name.value));
  return (
    missing &&
    `The planner asks ${subgraph} for "${name}" without the "${missing.field.name.value}" that it requires`
  );
}

function placeBelow(
  { type, field }: SelectedField,
  { subgraph, known }: Place,
  { providedBy, typeOf }: Requirements,
): Place {
  const name = field.name.value;
  const sets = [
    providedBy(subgraph, type, name),
    ...known.filter((each) => each.name === name).map(({ of }) => of),
  ];
  return {
    subgraph,
    type: typeOf(type, name) ?? "",
    known: sets
      .flatMap((set) => (set ? selectedFields(set) : []))
      .map((each) => ({ name: each.field.name.value, of: each.field.selectionSet })),
  };
}

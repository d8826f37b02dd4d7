import { type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from "graphql";
import type { SpecialisedSupergraph } from "./argument-variants.ts";
import type { EntityFetch, Fetch, Plan, RequiredField } from "../plan.ts";
import type { Requirements } from "./requirements.ts";
import { keepFields, selectedFields } from "../selection/selected-fields.ts";
import { splitFetches } from "./split-fetches.ts";

/**
 * Writes the real fields back into a plan that was made with stand-ins. A stand-in remains as the alias of its field,
 * so that two variants of one field lie side by side; in a representation it gets the field's own name, and a fetch
 * whose representation would need one name twice is asked in several parts.
 */
export function restoreArguments(plan: Plan, restoring: Restoring): Plan {
  return splitFetches(plan, (fetch) =>
    splitByVariant(fetch, restoring).map((part) => ({
      ...part,
      selections: restoreSelections(part.selections, restoring),
    })),
  );
}

type Restoring = Pick<SpecialisedSupergraph, "variantOf"> & Pick<Requirements, "requiredFor">;

function restoreSelections(set: SelectionSetNode, restoring: Restoring): SelectionSetNode {
  return { ...set, selections: set.selections.map((each) => restoreSelection(each, restoring)) };
}

function restoreSelection(selection: SelectionNode, restoring: Restoring): SelectionNode {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
  const inner = selection.selectionSet && restoreSelections(selection.selectionSet, restoring);
  if (selection.kind === Kind.INLINE_FRAGMENT)
    return inner ? { ...selection, selectionSet: inner } : selection;
  return restoreField({ ...selection, ...(inner && { selectionSet: inner }) }, restoring);
}

function restoreField(field: FieldNode, { variantOf }: Restoring): FieldNode {
  const variant = variantOf(field.name.value);
  if (!variant) return field;
  return {
    ...field,
    alias: field.alias ?? field.name,
    name: { kind: Kind.NAME, value: variant.field },
    arguments: variant.arguments,
  };
}

/**
 * The planner's names of the fields that are sent in a part of a fetch, by the real names that lead to them. One place
 * has several only where the types of the objects differ.
 */
type Choice = Map<string, ReadonlySet<string>>;

function splitByVariant(fetch: Fetch, restoring: Restoring): Fetch[] {
  if (fetch.kind === "root") return [fetch];
  const choices: Choice[] = [new Map()];
  const assigned = new Map<FieldNode, Choice>();
  for (const { type, field } of selectedFields(fetch.selections)) {
    const required = restoring.requiredFor(fetch.subgraph, type, field.name.value);
    const wanted = required ? namesIn(required, restoring) : new Map<string, ReadonlySet<string>>();
    assigned.set(field, chooseFor(wanted, choices));
  }
  return choices
    .map((choice) => partOf(fetch, { choice, assigned, variantOf: restoring.variantOf }))
    .filter(({ selections }) => selections.selections.length > 0);
}

/** What a requirement names, at every depth. */
function namesIn(required: SelectionSetNode, { variantOf }: Restoring): Choice {
  const names = new Map<string, Set<string>>();
  collect(required, "");
  return names;

  function collect(set: SelectionSetNode, above: string): void {
    for (const { field } of selectedFields(set)) {
      const name = field.name.value;
      const place = `${above}.${variantOf(name)?.field ?? name}`;
      names.set(place, (names.get(place) ?? new Set()).add(name));
      if (field.selectionSet) collect(field.selectionSet, place);
    }
  }
}

/** The first choice that these names can join without one place meaning two things; a new one if there is none. */
function chooseFor(wanted: Choice, choices: Choice[]): Choice {
  const fits = (choice: Choice) =>
    [...wanted].every(([place, names]) => haveSame(choice.get(place) ?? names, names));
  let chosen = choices.find(fits);
  if (!chosen) choices.push((chosen = new Map()));
  for (const [place, names] of wanted) chosen.set(place, names);
  return chosen;
}

function haveSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

interface Part {
  readonly choice: Choice;
  readonly assigned: ReadonlyMap<FieldNode, Choice>;
  readonly variantOf: SpecialisedSupergraph["variantOf"];
}

function partOf(fetch: EntityFetch, part: Part): EntityFetch {
  return {
    ...fetch,
    selections: keepFields(fetch.selections, (field) => part.assigned.get(field) === part.choice),
    representations: fetch.representations.map((each) => ({
      ...each,
      fields: restoreRequired(each.fields, part, ""),
    })),
  };
}

/** Keeps, of the fields at a place that the part has chosen for, the chosen ones; keys are at none of those. */
function restoreRequired(fields: readonly RequiredField[], part: Part, above: string): RequiredField[] {
  return fields.flatMap((field) => {
    const variant = part.variantOf(field.name);
    const name = variant?.field ?? field.name;
    const place = `${above}.${name}`;
    const chosen = part.choice.get(place);
    if (chosen ? !chosen.has(field.name) : variant !== undefined) return [];
    const of = field.of?.map((each) => ({ ...each, fields: restoreRequired(each.fields, part, place) }));
    return [{ ...field, name, ...(of && { of }) }];
  });
}

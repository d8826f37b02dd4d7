import { type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from "graphql";
import type { SpecialisedSupergraph } from "./argument-variants.ts";
import type { EntityFetch, Fetch, Plan, RequiredField } from "../plan.ts";
import { keepFields, selectedFields } from "../selection/selected-fields.ts";
import { splitFetches } from "./split-fetches.ts";

/**
 * Writes the real fields back into a plan that was made with stand-ins. A stand-in remains as the alias of its field,
 * so that two variants of one field lie side by side; in a representation it gets the field's own name, and a fetch
 * whose representation would need one name twice is asked in several parts.
 */
export function restoreArguments(plan: Plan, specialised: SpecialisedSupergraph): Plan {
  return splitFetches(plan, (fetch) =>
    splitByVariant(fetch, specialised).map((part) => ({
      ...part,
      selections: restoreSelections(part.selections, specialised),
    })),
  );
}

function restoreSelections(set: SelectionSetNode, specialised: SpecialisedSupergraph): SelectionSetNode {
  return { ...set, selections: set.selections.map((each) => restoreSelection(each, specialised)) };
}

function restoreSelection(selection: SelectionNode, specialised: SpecialisedSupergraph): SelectionNode {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
  const inner = selection.selectionSet && restoreSelections(selection.selectionSet, specialised);
  if (selection.kind === Kind.INLINE_FRAGMENT)
    return inner ? { ...selection, selectionSet: inner } : selection;
  return restoreField({ ...selection, ...(inner && { selectionSet: inner }) }, specialised);
}

function restoreField(field: FieldNode, { variantOf }: SpecialisedSupergraph): FieldNode {
  const variant = variantOf(field.name.value);
  if (!variant) return field;
  return {
    ...field,
    alias: field.alias ?? field.name,
    name: { kind: Kind.NAME, value: variant.field },
    arguments: variant.arguments,
  };
}

/** Which stand-in a part of a fetch uses for each field that has variants. */
type Choice = Map<string, string>;

function splitByVariant(fetch: Fetch, specialised: SpecialisedSupergraph): Fetch[] {
  if (fetch.kind === "root") return [fetch];
  const choices: Choice[] = [new Map()];
  const assigned = new Map<FieldNode, Choice>();
  for (const { type, field } of selectedFields(fetch.selections)) {
    const standIns = specialised.requiredBy(type, field.name.value, fetch.subgraph);
    assigned.set(field, chooseFor(standIns, choices, specialised));
  }
  return choices
    .map((choice) => partOf(fetch, { choice, assigned, specialised }))
    .filter(({ selections }) => selections.selections.length > 0);
}

/** The first choice that these stand-ins can join without one name meaning two things; a new one if there is none. */
function chooseFor(
  standIns: readonly string[],
  choices: Choice[],
  { variantOf }: SpecialisedSupergraph,
): Choice {
  const wanted = standIns.map((standIn) => [variantOf(standIn)?.field ?? standIn, standIn] as const);
  const fits = (choice: Choice) =>
    wanted.every(([field, standIn]) => (choice.get(field) ?? standIn) === standIn);
  let chosen = choices.find(fits);
  if (!chosen) choices.push((chosen = new Map<string, string>()));
  for (const [field, standIn] of wanted) chosen.set(field, standIn);
  return chosen;
}

interface Part {
  readonly choice: Choice;
  readonly assigned: ReadonlyMap<FieldNode, Choice>;
  readonly specialised: SpecialisedSupergraph;
}

function partOf(fetch: EntityFetch, part: Part): EntityFetch {
  return {
    ...fetch,
    selections: keepFields(fetch.selections, (field) => part.assigned.get(field) === part.choice),
    representations: fetch.representations.map((each) => ({
      ...each,
      fields: restoreRequired(each.fields, part),
    })),
  };
}

function restoreRequired(fields: readonly RequiredField[], part: Part): RequiredField[] {
  return fields.flatMap((field) => {
    const variant = part.specialised.variantOf(field.name);
    if (variant && part.choice.get(variant.field) !== variant.standIn) return [];
    const of = field.of?.map((each) => ({ ...each, fields: restoreRequired(each.fields, part) }));
    return [{ ...field, name: variant?.field ?? field.name, ...(of && { of }) }];
  });
}

import { Kind, type SelectionSetNode } from "graphql";
import type { Fetch, PathStep, Rename } from "../../plan/plan.ts";

/** A place of the answer: the keys that lead to it, whatever the types on the way. */
export type Place = string;

/** The place where a path ends. */
export function placeOf(path: readonly PathStep[]): Place {
  return path.filter((step) => typeof step === "string").join(".");
}

/** The place under a key of the objects at another place. */
export function placeUnder(place: Place, key: string): Place {
  return place === "" ? key : `${place}.${key}`;
}

/**
 * The places of entities that one fetch of a plan finds, and no other. Whatever is added to an object there
 * is asked for by its key, so that equal objects stay equal and one can stand for all of them.
 */
export function entityPlaces({ fetches }: { readonly fetches: readonly Fetch[] }): ReadonlySet<Place> {
  const finders = new Map<Place, number>();
  for (const { path, selections, renames } of fetches)
    for (const found of new Set(placesFound(selections, { place: placeOf(path), renames })))
      finders.set(found, (finders.get(found) ?? 0) + 1);
  const places = fetches.flatMap(({ kind, path }) => (kind === "entities" ? [placeOf(path)] : []));
  return new Set(places.filter((place) => finders.get(place) === 1));
}

interface Within {
  readonly place: Place;
  readonly renames: readonly Rename[];
}

function placesFound(selections: SelectionSetNode, within: Within): Place[] {
  return selections.selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return placesFound(selection.selectionSet, within);
    if (selection.kind !== Kind.FIELD || !selection.selectionSet) return [];
    const key = (selection.alias ?? selection.name).value;
    // A renamed field may lie under either key, depending on the type.
    const keys = [key, ...within.renames.flatMap(({ path, to }) => (path.at(-1) === key ? [to] : []))];
    const { selectionSet } = selection;
    return keys.flatMap((each) => {
      const place = placeUnder(within.place, each);
      return [place, ...placesFound(selectionSet, { ...within, place })];
    });
  });
}

import type { Fetch, PathStep } from "../../plan/plan.ts";
import type { GatheredObject } from "../answer/gathered.ts";
import { type FindPlaces, type Follows, placeTree } from "./place-tree.ts";

/** Where the entities are that the fetches of a plan ask about. */
export interface PlanPlaces {
  readonly find: FindPlaces;
  /** The numbers of paths among those that `find` finds. */
  readonly numbersOf: (paths: readonly (readonly PathStep[])[]) => readonly number[];
}

/** Compiles the places of a plan. */
export function planPlaces({ fetches }: { readonly fetches: readonly Fetch[] }): PlanPlaces {
  const paths = fetches.flatMap(({ kind, path }) => (kind === "entities" ? [path] : []));
  const distinct = new Map(paths.map((path) => [JSON.stringify(path), path]));
  const texts = [...distinct.keys()];
  return {
    find: placeTree([...distinct.values()]),
    numbersOf: (asked) => asked.map((path) => texts.indexOf(JSON.stringify(path))),
  };
}

/** The entities that one run has found so far. Calls that start together share a walk; an answer may bring new ones. */
export class FoundEntities {
  private readonly root: GatheredObject;
  private readonly follows: Follows | undefined;
  private last: { readonly places: PlanPlaces; readonly found: ReturnType<FindPlaces> } | undefined;

  constructor(root: GatheredObject, follows: Follows | undefined) {
    this.root = root;
    this.follows = follows;
  }

  /** The distinct objects at some of the places. */
  at(places: PlanPlaces, numbers: readonly number[]): ReadonlySet<GatheredObject> {
    if (this.last?.places !== places) this.last = { places, found: places.find(this.root, this.follows) };
    const { found } = this.last;
    const [first = -1, ...others] = numbers;
    const objects = found[first] ?? new Set();
    return others.length === 0
      ? objects
      : new Set([...objects, ...others.flatMap((number) => [...(found[number] ?? [])])]);
  }

  /** Must be called when something was added to the gathered answer: a fact may open a way, too. */
  forget(): void {
    this.last = undefined;
  }
}

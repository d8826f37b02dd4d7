import type { PathStep } from "../../plan/plan.ts";
import { type GatheredObject, isObject } from "../answer/gathered.ts";

/** Finds the objects at several paths in one walk; result `n` holds the distinct objects at path `n`. */
export type FindPlaces = (root: GatheredObject, follows?: Follows) => readonly Set<GatheredObject>[];

/** Tells of an object under which of its keys the walk may go on; undefined if it may under all of them. */
export type Follows = (object: GatheredObject) => OpenUnder | undefined;

/** Whether the walk may go on to what lies under a key. */
export type OpenUnder = (key: string) => boolean;

interface PlaceNode {
  readonly step: PathStep | undefined;
  readonly next: PlaceNode[];
  /** The paths that end here, by number. */
  readonly ends: number[];
}

/**
 * Compiles paths to one walk. The entities of an operation are at places near each other, and the way to them is most of the
 * work: it is gone once, however many fetches there are.
 */
export function placeTree(paths: readonly (readonly PathStep[])[]): FindPlaces {
  const top: PlaceNode = { step: undefined, next: [], ends: [] };
  for (const [number, path] of paths.entries()) plant(top, path, number);
  return (root, follows) => {
    const walk = new Walk(paths.length, follows);
    walk.arrive(root, top);
    return walk.found;
  };
}

function plant(top: PlaceNode, path: readonly PathStep[], number: number): void {
  let node = top;
  for (const step of path) {
    const known = node.next.find((each) => JSON.stringify(each.step) === JSON.stringify(step));
    const next = known ?? { step, next: [], ends: [] };
    if (!known) node.next.push(next);
    node = next;
  }
  node.ends.push(number);
}

class Walk {
  readonly found: readonly Set<GatheredObject>[];
  private readonly follows: Follows | undefined;
  private readonly walked = new Map<PlaceNode, Set<object>>();

  constructor(paths: number, follows: Follows | undefined) {
    this.found = Array.from({ length: paths }, () => new Set<GatheredObject>());
    this.follows = follows;
  }

  arrive(object: GatheredObject, node: PlaceNode): void {
    for (const number of node.ends) this.found[number]?.add(object);
    if (node.next.length === 0) return;
    const openUnder = this.follows?.(object);
    for (const next of node.next) {
      const { step } = next;
      if (typeof step !== "string") {
        if (step?.types.includes(String(object["__typename"]))) this.arrive(object, next);
      } else if (!openUnder || openUnder(step)) this.enter(object[step], next);
    }
  }

  private enter(value: unknown, node: PlaceNode): void {
    if (Array.isArray(value)) this.enterList(value, node);
    else if (isObject(value)) this.arrive(value, node);
  }

  /** Objects that stand for one entity share its lists, and each of those is gone through once. */
  private enterList(list: readonly unknown[], node: PlaceNode): void {
    const walked = this.walked.get(node);
    if (walked?.has(list)) return;
    if (walked) walked.add(list);
    else this.walked.set(node, new Set([list]));
    for (const each of list) this.enter(each, node);
  }
}

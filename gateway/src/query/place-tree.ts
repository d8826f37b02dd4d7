import type { PathStep } from "../plan/plan.ts";
import { type GatheredObject, addObjects } from "./gathered.ts";

/** Finds the objects at several paths in one walk; result `n` holds the distinct objects at any of the paths of group `n`. */
export type FindPlaces = (root: GatheredObject, follows?: Follows) => readonly Set<GatheredObject>[];

/** Whether the walk may go on from an object to what lies under its key; it may if nobody is asked. */
export type Follows = (object: GatheredObject, key: string) => boolean;

interface PlaceNode {
  readonly step: PathStep | undefined;
  readonly next: PlaceNode[];
  /** The groups that have a path that ends here. */
  readonly groups: number[];
}

/**
 * Compiles groups of paths to one walk. The questions of a request are about places near each other, and the way to them is most of the
 * work: it is gone once, however many questions there are.
 */
export function placeTree(groups: readonly (readonly (readonly PathStep[])[])[]): FindPlaces {
  const top: PlaceNode = { step: undefined, next: [], groups: [] };
  for (const [group, paths] of groups.entries()) for (const path of paths) plant(top, path, group);
  return (root, follows = always) => {
    const found = groups.map(() => new Set<GatheredObject>());
    collect(top, new Set([root]), { found, follows });
    return found;
  };
}

function plant(top: PlaceNode, path: readonly PathStep[], group: number): void {
  let node = top;
  for (const step of path) {
    const known = node.next.find((each) => JSON.stringify(each.step) === JSON.stringify(step));
    const next = known ?? { step, next: [], groups: [] };
    if (!known) node.next.push(next);
    node = next;
  }
  node.groups.push(group);
}

interface Walk {
  readonly found: Set<GatheredObject>[];
  readonly follows: Follows;
}

function always(): boolean {
  return true;
}

function collect(node: PlaceNode, objects: Set<GatheredObject>, walk: Walk): void {
  const { found, follows } = walk;
  for (const group of node.groups) {
    const known = found[group];
    // One place only is the rule: its set is taken as it is.
    if (!known || known.size === 0) found[group] = objects;
    else found[group] = new Set([...known, ...objects]);
  }
  for (const next of node.next) collect(next, stepInto(objects, next.step, follows), walk);
}

function stepInto(
  objects: Set<GatheredObject>,
  step: PathStep | undefined,
  follows: Follows,
): Set<GatheredObject> {
  const reached = new Set<GatheredObject>();
  if (typeof step === "string") {
    for (const object of objects) if (follows(object, step)) addObjects(object[step], reached);
  } else
    for (const object of objects) if (step?.types.includes(String(object["__typename"]))) reached.add(object);
  return reached;
}

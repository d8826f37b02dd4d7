import { DATA_CLASSES, type DataClass, type Viewer } from "@maillon/schema";
import { readDeclarations, type VisibilityDeclarations } from "@maillon/schema/visibility";
import { parse } from "graphql";
import { buildContract } from "../graphql/build-schema.ts";
import { objectTypeOf } from "../graphql/object-type-of.ts";
import { maskOf } from "../mask/mask.ts";
import type { Subgraph } from "../subgraph.ts";
import { gatewayBelt } from "./gateway-belt.ts";
import { ownerBelt } from "./owner-belt.ts";
import type { Way, Worn } from "./worn.ts";

/** What a viewer may read of the objects of a type that she finds: the classes of each, in no certain order. */
export interface Readable {
  readonly type: string;
  readonly viewer: Viewer;
  readonly objects: readonly string[];
}

/** The same questions, answered by either belt, in the same order. */
export interface BothBelts {
  /** By the masks: the facts in the tables. */
  readonly owner: readonly Readable[];
  /** As the gateway decides: the facts that the viewer is given of the objects. */
  readonly gateway: readonly Readable[];
}

/**
 * Asks twice what each viewer may read of the objects of each type. The owner's masks and the gateway must agree:
 * where the gateway shows less, it hides what is due; where it would show more, one belt alone holds.
 */
export async function bothBelts(
  worn: Worn,
  viewers: readonly Viewer[],
  ways: Readonly<Record<string, Way>>,
): Promise<BothBelts> {
  const { classes } = readDeclarations(parse(buildContract(worn.subgraph)));
  const [readableAtOwner, readableAtGateway] = [await ownerBelt(worn), gatewayBelt(worn)];
  const owner: Readable[] = [];
  const gateway: Readable[] = [];
  for (const viewer of viewers) {
    for (const [type, way] of Object.entries(ways)) {
      const question = { type, viewer, ...way, classes: protectedClasses(classes, type) };
      owner.push({ type, viewer, objects: await readableAtOwner(question) });
      gateway.push({ type, viewer, objects: await readableAtGateway(question) });
    }
  }
  return { owner, gateway };
}

/** Asks for the objects of a type by their ids or, as `fields` says, for what lies below them. */
export function entityWay(type: string, ids: readonly string[], fields = (facts: string) => facts): Way {
  return {
    query: (facts) =>
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields(facts)} } } }`,
    variables: { r: ids.map((id) => ({ __typename: type, id })) },
  };
}

/** How many objects were found: a comparison of nothing with nothing would hold, too. */
export function objectsFound(readable: readonly Readable[]): number {
  return readable.reduce((sum, { objects }) => sum + objects.length, 0);
}

/** The types that both belts decide on: those with a mask and parties. A test that compares them must ask for each. */
export function beltedTypes(subgraph: Subgraph): string[] {
  const { parties } = readDeclarations(parse(buildContract(subgraph)));
  return subgraph.entities
    .filter((entity) => maskOf(entity) !== undefined)
    .flatMap((entity) => objectTypeOf(entity) ?? [])
    .filter((type) => parties.has(type))
    .toSorted();
}

function protectedClasses(declared: VisibilityDeclarations["classes"], type: string): DataClass[] {
  const named = new Set(
    [...declared].flatMap(([coordinate, each]) =>
      coordinate.split(".")[0] === type ? each.flatMap(({ classes }) => classes) : [],
    ),
  );
  return DATA_CLASSES.filter((each) => each !== "PUBLIC" && named.has(each));
}

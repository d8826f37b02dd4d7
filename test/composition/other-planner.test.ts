import { federationOfWorld } from "./federation-of-world.ts";
import { openHivePlanner } from "./hive-planner.ts";
import { abstractTypes } from "./worlds/abstract-types.ts";
import { chainedRequires } from "./worlds/chained-requires.ts";
import { circles } from "./worlds/circles.ts";
import { circularRequires } from "./worlds/circular-requires.ts";
import {
  interfaceObjectAtRoot,
  interfaceObjectRequires,
  interfaceObjects,
} from "./worlds/interface-objects.ts";
import { keys } from "./worlds/keys.ts";
import { requires } from "./worlds/requires.ts";
import { shared } from "./worlds/shared.ts";

const worlds = {
  keys,
  requires,
  abstractTypes,
  interfaceObjects,
  interfaceObjectRequires,
  interfaceObjectAtRoot,
  shared,
  circles,
  circularRequires,
};

/**
 * What the other planner (0.0.38) cannot plan: three types for one response key, a field of an interface object, and
 * requirements that lead back, where a key leads elsewhere or an object is asked for what it is required for.
 */
const beyondIt: ReadonlySet<string> = new Set([
  "{ media { ... on Book { d: detail } ... on Film { e: detail } ... on Game { f: detail } } }",
  "{ priced { name ... on Phone { calls price } ... on Laptop { screen notes } } }",
  ...chainedRequires.operations,
  "{ part { kin { first kin { label id } } second } }",
  "{ listed { kin { second weighed } third } }",
]);

describe.each(Object.entries(worlds))("the world %s, planned by another planner,", (_name, world) => {
  it.each(world.operations.filter((operation) => !beyondIt.has(operation)))(
    "answers %s like a single process",
    async (operation) => {
      await using hive = openHivePlanner();
      const federation = federationOfWorld(world, hive.createPlanner);
      const variables = operation.includes("$yes: Boolean!") ? { yes: true } : {};
      const answer = await federation.ask(operation, variables);
      expect(answer.errors).toEqual([]);
      expect(answer.data).toBe(await federation.askMonolith(operation, variables));
    },
  );
});

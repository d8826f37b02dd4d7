import { federationOfWorld } from "./federation-of-world.ts";
import { openHivePlanner } from "./hive-planner.ts";
import { WORLDS } from "./worlds/index.ts";

/**
 * What the other planner (0.0.38) cannot plan: three types for one response key, a field of an interface object, and
 * requirements that lead back, where a key leads elsewhere or an object is asked for what it is required for. It plans
 * no chained requirement at all, and takes requirements with arguments for the same fields without any.
 */
const beyondIt: ReadonlySet<string> = new Set([
  "{ media { ... on Book { d: detail } ... on Film { e: detail } ... on Game { f: detail } } }",
  "{ priced { name ... on Phone { calls price } ... on Laptop { screen notes } } }",
  "{ priced { id ... on Laptop { label headline } ... on Phone { notes label } } }",
  "{ part { kin { first kin { label id } } second } }",
  "{ listed { kin { second weighed } third } }",
]);

const { chainedRequires: _chained, requiresWithArguments: _arguments, ...worlds } = WORLDS;

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

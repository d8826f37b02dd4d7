import { type Planner, type Supergraph, openPlannerPool } from "@maillon/gateway";
import { PROOF } from "@maillon/schema/testing";
import { assert, asyncProperty, nat, pre, sample } from "fast-check";
import { print } from "graphql";
import { composeWorld, federationOfWorld } from "../federation-of-world.ts";
import { generatedOperation } from "../generated-operation.ts";
import { NoOracleError, openHivePlanner } from "../hive-planner.ts";
import type { World } from "../world.ts";
import { generatedWorld } from "./generated-world.ts";

/** How many worlds are made; more find rarer faults. */
const WORLDS = 25 * PROOF.size;
/** For the other planner: what it plans wrongly in some world is not ours to find. */
const SAME_WORLDS = { numRuns: 25, seed: 2_026 };
/** How many operations are drawn for each; not all of them are valid. */
const OPERATIONS = 12;

/** Plans in processes, so that an operation that a planner never finishes fails with its text instead of hanging. */
function openPlanners() {
  const pool = openPlannerPool({ planning: 100_000 });
  const createPlanner = (supergraph: Supergraph): Planner => {
    const opened = pool.open(print(supergraph.document));
    return async (operation) => (await opened).plan(operation);
  };
  return { createPlanner, [Symbol.asyncDispose]: () => pool.close() };
}

/**
 * What the other planner (0.0.38) plans wrongly: an interface object that is asked for fields of several
 * types, of which it asks for the last one only, requirements with arguments, which it takes for the same
 * field without any, and requirements of what itself requires something.
 */
function isBeyondHive({ subgraphs }: World): boolean {
  return Object.values(subgraphs).some((sdl) =>
    /@interfaceObject|@requires\(fields: "(r\d|[^"]*\()/.test(sdl),
  );
}

function isWithoutOracle(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof NoOracleError;
}

type Federation = ReturnType<typeof federationOfWorld>;

function drawOperations({ supergraph, validate }: Federation, world: World, seed: number): string[] {
  const operations = sample(generatedOperation(supergraph.apiSchema, world.literals), {
    seed,
    numRuns: OPERATIONS,
  });
  return operations.filter((operation) => validate(operation).length === 0);
}

async function compare(federation: Federation, operation: string): Promise<void> {
  const { data, errors } = await federation.ask(operation);
  const expected = { operation, data: await federation.askMonolith(operation), errors: [] };
  expect({ operation, data, errors }).toEqual(expected);
}

describe("worlds that are cut into companies at random", () => {
  it(
    "answer generated operations like a single process",
    async () => {
      await using planners = openPlanners();
      let compared = 0;
      const property = asyncProperty(generatedWorld(), nat(), async (world, seed) => {
        const federation = federationOfWorld(world, planners.createPlanner);
        for (const operation of drawOperations(federation, world, seed)) {
          await compare(federation, operation);
          compared += 1;
        }
      });
      await assert(property, { numRuns: WORLDS, seed: PROOF.seed });
      expect(compared).toBeGreaterThan(WORLDS);
    },
    PROOF.patience,
  );

  it("answer the same when another planner plans, wherever that one has a plan", async () => {
    await using hive = openHivePlanner();
    let [compared, without] = [0, 0];
    const property = asyncProperty(generatedWorld(), nat(), async (world, seed) => {
      pre(!isBeyondHive(world));
      const federation = federationOfWorld(world, hive.createPlanner);
      for (const operation of drawOperations(federation, world, seed))
        try {
          await compare(federation, operation);
          compared += 1;
        } catch (error) {
          if (!isWithoutOracle(error)) throw error;
          without += 1;
        }
    });
    await assert(property, SAME_WORLDS);
    process.stderr.write(
      `The other planner had no plan for ${without} of ${compared + without} operations\n`,
    );
    expect(compared / (compared + without)).toBeGreaterThan(0.75);
  });

  it("compose, nearly all of them", () => {
    const worlds = sample(generatedWorld(), { seed: PROOF.seed, numRuns: 20 });
    const composed = worlds.filter((world) => {
      try {
        return composeWorld(world) !== "";
      } catch {
        return false;
      }
    });
    expect(composed.length).toBeGreaterThan(15);
  });
});

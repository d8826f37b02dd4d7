import { type Planner, type Supergraph, openPlannerPool } from "@maillon/gateway";
import { assert, asyncProperty, nat, sample } from "fast-check";
import { print } from "graphql";
import { composeWorld, federationOfWorld } from "../federation-of-world.ts";
import { generatedOperation } from "../generated-operation.ts";
import { generatedWorld } from "./generated-world.ts";

/** How many worlds are made; more find rarer faults. */
const WORLDS = Number(process.env["MAILLON_GENERATED_WORLDS"] ?? 25);
/** How many operations are drawn for each; not all of them are valid. */
const OPERATIONS = 12;

/** Plans in processes, so that an operation that a planner never finishes fails with its text instead of hanging. */
function openPlanners() {
  const pool = openPlannerPool({ planning: 10_000 });
  const createPlanner = (supergraph: Supergraph): Planner => {
    const opened = pool.open(print(supergraph.document));
    return async (operation) => (await opened).plan(operation);
  };
  return { createPlanner, [Symbol.asyncDispose]: () => pool.close() };
}

/** Some long chains of requirements are planned wrongly and must be refused; every other refusal is a fault. */
function beyondThePlanner(error: unknown): undefined {
  if (error instanceof Error && String(error.cause).includes("which it marks @external")) return undefined;
  throw error;
}

describe("worlds that are cut into companies at random", () => {
  it(
    "answer generated operations like a single process",
    async () => {
      await using planners = openPlanners();
      let [compared, refused] = [0, 0];
      const property = asyncProperty(generatedWorld(), nat(), async (world, seed) => {
        const federation = federationOfWorld(world, planners.createPlanner);
        const operations = sample(generatedOperation(federation.supergraph.apiSchema, world.literals), {
          seed,
          numRuns: OPERATIONS,
        }).filter((operation) => federation.validate(operation).length === 0);
        for (const operation of operations) {
          const answer = await federation.ask(operation).catch(beyondThePlanner);
          if (answer === undefined) {
            refused += 1;
            continue;
          }
          const { data, errors } = answer;
          const expected = { operation, data: await federation.askMonolith(operation), errors: [] };
          expect({ operation, data, errors }).toEqual(expected);
          compared += 1;
        }
      });
      await assert(property, { numRuns: WORLDS });
      expect(compared).toBeGreaterThan(WORLDS);
      expect(refused / compared).toBeLessThan(0.1);
    },
    60_000 + WORLDS * 5_000,
  );

  it("compose, nearly all of them", () => {
    const worlds = sample(generatedWorld(), 20);
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

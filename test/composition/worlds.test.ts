import { PROOF } from "@maillon/schema/testing";
import { assert, asyncProperty, pre } from "fast-check";
import { federationOfWorld } from "./federation-of-world.ts";
import { generatedOperation } from "./generated-operation.ts";
import { WORLDS } from "./worlds/index.ts";

/** How many operations are generated for each world; more find rarer faults. */
const RUNS = 50 * PROOF.size;

describe.each(Object.entries(WORLDS))("the companies of the world %s", (_name, world) => {
  const federation = federationOfWorld(world);

  it.each(world.operations)("answer %s like a single process", async (operation) => {
    expect(federation.validate(operation)).toEqual([]);
    const variables = operation.includes("$yes: Boolean!") ? { yes: true } : {};
    const answer = await federation.ask(operation, variables);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toBe(await federation.askMonolith(operation, variables));
  });

  it(
    "answer generated operations like a single process",
    async () => {
      await assert(
        asyncProperty(
          generatedOperation(federation.supergraph.apiSchema, world.literals),
          async (operation) => {
            pre(federation.validate(operation).length === 0);
            const answer = await federation.ask(operation);
            expect(answer.errors).toEqual([]);
            expect(answer.data).toBe(await federation.askMonolith(operation));
          },
        ),
        { numRuns: RUNS, maxSkipsPerRun: 200, seed: PROOF.seed },
      );
    },
    PROOF.patience,
  );
});

import { federationOfWorld } from "./federation-of-world.ts";
import { chainedRequires } from "./worlds/chained-requires.ts";

describe("a chain of requirements that leads back to where it began", () => {
  const federation = federationOfWorld(chainedRequires);

  it.each(chainedRequires.operations)("is answered as far as it can be planned: %s", async (operation) => {
    const { data, errors } = await federation.ask(operation);
    expect(errors).toEqual([]);
    expect(data).toBe(await federation.askMonolith(operation));
  });

  it("is refused, never answered wrongly, when its planner asks a company for what it must be told", async () => {
    await expect(federation.ask("{ parts { label } }")).rejects.toMatchObject({
      code: "UNPLANNABLE_OPERATION",
      message: "No subgraph can answer what the operation selects",
      cause: { message: 'The planner asks weighing for "grams", which it marks @external' },
    });
  });
});

import { type PlannableOperation, createEngine, openPlannerPool, readSupergraph } from "@maillon/gateway";
import { parse } from "graphql";
import { composeWorld } from "./federation-of-world.ts";
import { subgraphOfWorld } from "./subgraph-of-world.ts";
import { endlessOperation, manyImplementers } from "./worlds/many-implementers.ts";

/** Milliseconds, longer than a test runs: time ends no planning there. */
const ENDLESS = 600_000;

/** An engine that plans in processes, which may take so many milliseconds for an operation. */
async function openEngineWithProcesses(planning: number) {
  const world = manyImplementers;
  const sdl = composeWorld(world);
  const pool = openPlannerPool({ planning });
  const planner = await pool.open(sdl);
  const subgraphs = new Map(Object.keys(world.subgraphs).map((name) => [name, subgraphOfWorld(world, name)]));
  const engine = createEngine<undefined>({
    supergraph: readSupergraph(sdl),
    planner: planner.plan,
    async send({ subgraph, body }) {
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      return subgraphs.get(subgraph)?.(query, variables);
    },
  });
  const ask = async (text: string) => engine.answer({ text, document: parse(text), context: undefined });
  return { ask, [Symbol.asyncDispose]: () => pool.close() };
}

describe("an operation that the planner never finishes", () => {
  it("is refused with a code", async () => {
    await using engine = await openEngineWithProcesses(500);
    await expect(engine.ask(endlessOperation)).rejects.toMatchObject({
      code: "UNPLANNABLE_OPERATION",
      message: "Planning the operation takes more than it may",
    });
  });

  it("keeps neither known operations waiting nor new ones", async () => {
    await using engine = await openEngineWithProcesses(ENDLESS);
    await Promise.all([engine.ask("{ count }"), engine.ask("{ sensors { id } }")]);
    const ended: string[] = [];
    void engine.ask(endlessOperation).catch(() => ended.push("hostile"));
    await engine.ask("{ count }").then(() => ended.push("known"));
    await engine.ask("{ count sensors { id } }").then(() => ended.push("new"));
    expect(ended).toEqual(["known", "new"]);
  });

  it("leaves a planner that plans again", async () => {
    // A process that has just begun has as long for an operation that is not hostile, on whatever machine.
    await using engine = await openEngineWithProcesses(5_000);
    await Promise.allSettled([engine.ask(endlessOperation), engine.ask(`query Again ${endlessOperation}`)]);
    const { data } = await engine.ask("{ count }");
    expect(data).toBe('{"count":12}');
  });
});

describe("while operations are planned that take long", () => {
  const pool = () => openPlannerPool({ planning: 5_000, waiting: 2, waitingForOne: 1 });
  const operationOf = (text: string): PlannableOperation => {
    const [definition] = parse(text).definitions;
    if (definition?.kind !== "OperationDefinition") throw new Error("The text holds no operation");
    return { operation: "query", variables: [], selections: definition.selectionSet };
  };

  it("a company may have one more wait, and is turned away after that; another one is not", async () => {
    const processes = pool();
    const { plan } = await processes.open(composeWorld(manyImplementers));
    const long = [1, 2, 3].map(() => Promise.resolve(plan(operationOf(endlessOperation), "flood")));
    await expect(plan(operationOf("{ count }"), "flood")).rejects.toMatchObject({
      code: "OVERLOADED",
      message: "Too many new operations wait to be planned",
    });
    const other = Promise.resolve(plan(operationOf("{ count }"), "other"));
    await expect(plan(operationOf("{ count }"), "third")).rejects.toMatchObject({ code: "OVERLOADED" });
    expect((await other).fetches).toHaveLength(1);
    const refused = await Promise.allSettled(long);
    expect(refused.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await processes.close();
  });
});

describe("planner processes", () => {
  it("refuse a supergraph that cannot be planned with, in the planner's words", async () => {
    const pool = openPlannerPool();
    await expect(pool.open("type Query { a: Int }")).rejects.toThrow(/supergraph/i);
    await pool.close();
  });

  it("end an operation that needs more memory than they may hold", async () => {
    const pool = openPlannerPool({ megabytes: 64, planning: ENDLESS });
    const planner = await pool.open(composeWorld(manyImplementers));
    const [definition] = parse(endlessOperation).definitions;
    if (definition?.kind !== "OperationDefinition") throw new Error("The hostile text holds no operation");
    const plan = planner.plan({
      operation: "query",
      variables: [],
      selections: definition.selectionSet,
    });
    await expect(plan).rejects.toMatchObject({ cause: { cause: { message: "It ended with SIGABRT" } } });
    await pool.close();
  });

  it("answer nobody once they are closed", async () => {
    const pool = openPlannerPool();
    await pool.close();
    await expect(pool.open(composeWorld(manyImplementers))).rejects.toThrow("aborted");
  });
});

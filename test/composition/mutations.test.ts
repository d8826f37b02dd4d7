import { federationOfWorld } from "./federation-of-world.ts";
import type { Thing, World } from "./world.ts";

/** A counter whose changes one company makes and another one watches. */
function counterWorld(): World {
  const counter: Thing = { __typename: "Counter", id: "c" };
  let total = 0;
  return {
    subgraphs: {
      counting: `
        type Query { counter: Counter! }
        type Mutation { add(by: Int!): Counter! addBoth(of: Two!): Counter! reset: Counter }
        input Two { one: Int! other: Int! }
        type Counter @key(fields: "id") { id: ID! }`,
      watching: `
        type Mutation { double: Counter }
        type Counter @key(fields: "id") { id: ID! seen: Int! }`,
    },
    things: [counter],
    rules: {
      "Query.counter": () => counter,
      "Mutation.add": (_, { by }) => {
        total += Number(by);
        return counter;
      },
      "Mutation.addBoth": (_, { of }) => {
        const { one, other } = of as { one: number; other: number };
        total += one + other;
        return counter;
      },
      "Mutation.double": () => {
        total *= 2;
        return counter;
      },
      "Mutation.reset": () => {
        total = 0;
        return counter;
      },
      "Counter.seen": () => total,
    },
    operations: [],
  };
}

describe("the root fields of a mutation", () => {
  it("run one after the other, and so does what they lead to in other companies", async () => {
    const { ask } = federationOfWorld(counterWorld());
    const { data, errors } = await ask(
      "mutation { a: add(by: 1) { seen } b: add(by: 2) { seen } double { seen } }",
    );
    expect(errors).toEqual([]);
    expect(data).toBe('{"a":{"seen":1},"b":{"seen":3},"double":{"seen":6}}');
  });

  it("run as often as they are written, even when they are equal", async () => {
    const { ask } = federationOfWorld(counterWorld());
    const { data } = await ask(
      "mutation { a: add(by: 1) { seen } b: add(by: 1) { seen } ... { c: add(by: 1) { seen } } }",
    );
    expect(data).toBe('{"a":{"seen":1},"b":{"seen":2},"c":{"seen":3}}');
  });

  it("run once when one response key is selected in parts", async () => {
    const { ask } = federationOfWorld(counterWorld());
    const { data, sent } = await ask("mutation { add(by: 1) { id } add(by: 1) { seen } }");
    expect(data).toBe('{"add":{"id":"c","seen":1}}');
    expect(sent.filter(({ query }) => query.startsWith("mutation"))).toHaveLength(1);
  });
});

it("a root field of a mutation runs once when its input is written in another order, which means the same", async () => {
  const { ask } = federationOfWorld(counterWorld());
  const { data } = await ask(
    "mutation { addBoth(of: { one: 1, other: 2 }) { id } addBoth(of: { other: 2, one: 1 }) { seen } }",
  );
  expect(data).toBe('{"addBoth":{"id":"c","seen":3}}');
});

describe("an operation that is not run", () => {
  it.each([
    ["{ counter { id } } query Other { counter { id } }", "OPERATION_RESOLUTION_FAILURE"],
    ["query Needs($by: Int!) { counter { id } }", "BAD_USER_INPUT"],
    ["subscription { counter { id } }", "UNSUPPORTED_OPERATION"],
    ["{ counter { ... @defer { id } } }", "UNSUPPORTED_OPERATION"],
    ["mutation { __typename @stream }", "UNSUPPORTED_OPERATION"],
  ])("is refused with a code: %s", async (operation, code) => {
    const { ask } = federationOfWorld(counterWorld());
    await expect(ask(operation)).rejects.toMatchObject({ name: "RefusedOperation", code });
  });
});

it("a request tells a subgraph neither the operation's name nor variables that it does not need", async () => {
  const { ask } = federationOfWorld(counterWorld());
  const { sent } = await ask(
    'query Secret($secret: String = "CANARY") { counter { seen id @skip(if: false) } }',
  );
  expect(sent).toHaveLength(2);
  expect(JSON.stringify(sent)).not.toMatch(/Secret|CANARY/);
});

import { type Guard, createApolloPlanner, createEngine, readSupergraph } from "@maillon/gateway";
import { type FieldNode, parse, visit } from "graphql";
import { composeWorld } from "./federation-of-world.ts";
import { subgraphOfWorld } from "./subgraph-of-world.ts";
import { interfaceObjects } from "./worlds/interface-objects.ts";
import { keys } from "./worlds/keys.ts";

/** A guard without objections; each test adds its own. */
const open: Guard<undefined> = {
  profileOf: () => "",
  filter: (choice) => choice,
  factsBehind: () => [],
  redactionFor: () => undefined,
  follows: () => undefined,
  admits: () => true,
};

/** A refusal of which nobody is told. */
const silent = { tell: () => {}, turnsOn: [] };

/** Asks a world behind a guard; `sent` holds the bodies that subgraphs received, by subgraph. */
async function askBehind(guard: Partial<Guard<undefined>>, text: string, world = keys) {
  const sent: string[] = [];
  const supergraph = readSupergraph(composeWorld(world));
  const engine = createEngine<undefined>({
    supergraph,
    planner: createApolloPlanner(supergraph),
    guard: { ...open, ...guard },
    async send({ subgraph, body }) {
      sent.push(`${subgraph} ${body}`);
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      return subgraphOfWorld(world, subgraph)(query, variables);
    },
  });
  const { data, errors } = await engine.answer({ text, document: parse(text), context: undefined });
  return { data, errors, sent };
}

describe("a guard", () => {
  it("makes a denied field null without an error, for the objects it denies it of", async () => {
    const { data, errors } = await askBehind(
      {
        redactionFor: ({ type, fields }) => {
          if (type !== "Product") return undefined;
          const refused = fields.map((field) => (field === "title" ? silent : undefined));
          return ({ upc }) => ({ object: undefined, fields: upc === "p2" ? refused : undefined });
        },
      },
      "{ products { upc title } }",
    );
    expect(errors).toEqual([]);
    expect(data).toBe(
      '{"products":[{"upc":"p1","title":"Product p1"},{"upc":"p2","title":null},{"upc":"p3","title":"Product p3"}]}',
    );
  });

  it("takes a refused object out of its list, and tells where it stood", async () => {
    const told: unknown[] = [];
    const { data } = await askBehind(
      {
        redactionFor: ({ type }) =>
          type === "Product"
            ? ({ upc }) => ({
                object: upc === "p2" ? { ...silent, tell: (_context, path) => told.push(path()) } : undefined,
                fields: undefined,
              })
            : undefined,
      },
      "{ goods: products { upc } }",
    );
    expect(data).toBe('{"goods":[{"upc":"p1"},{"upc":"p3"}]}');
    expect(told).toEqual([["goods", 1]]);
  });

  it("is asked about a type once for an operation, however many of its objects are shown", async () => {
    const asked: string[] = [];
    await askBehind(
      {
        redactionFor({ type, fields }) {
          asked.push(`${type} ${fields.join()}`);
          return undefined;
        },
      },
      "{ products { title upc __typename } }",
    );
    expect(asked).toEqual(["Query products", "Product title,upc,__typename"]);
  });

  it("that withholds all that a fragment asks still has it written, for objects of its type", async () => {
    const { data, sent } = await askBehind(
      {
        filter: (choice) => {
          const withheld = new Set<FieldNode>();
          visit(choice.definition, {
            Field: (field) => void (field.name.value === "screen" && withheld.add(field)),
          });
          return { ...choice, withheld };
        },
      },
      "{ priced { id ... on Laptop { screen } } }",
      interfaceObjects,
    );
    expect(data).toBe('{"priced":[{"id":"d1"},{"id":"d2","screen":null}]}');
    expect(sent.join()).not.toContain("screen");
  });

  it("that refuses the root leaves no data", async () => {
    const { data } = await askBehind(
      { redactionFor: () => () => ({ object: silent, fields: undefined }) },
      "{ products { upc } }",
    );
    expect(data).toBe("null");
  });

  it("that does not admit an entity keeps it from being represented", async () => {
    const { data, errors, sent } = await askBehind(
      { admits: ({ upc }, subgraph) => subgraph !== "weights" || upc !== "p2" },
      "{ products { upc weight } }",
    );
    expect(errors).toEqual([]);
    expect(data).toBe(
      '{"products":[{"upc":"p1","weight":3},{"upc":"p2","weight":null},{"upc":"p3","weight":3}]}',
    );
    const asked = sent.find((each) => each.startsWith("weights"));
    expect(asked).toContain('"p1"');
    expect(asked).not.toContain('"p2"');
  });
});

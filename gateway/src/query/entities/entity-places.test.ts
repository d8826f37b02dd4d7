import { type SelectionSetNode, buildSchema, parse } from "graphql";
import type { EntityFetch, Fetch, PathStep } from "../../plan/plan.ts";
import { compileShape } from "../answer/compile-shape.ts";
import { entityPlaces } from "./entity-places.ts";
import { EqualObjects } from "./equal-objects.ts";
import { Failures } from "../answer/failures.ts";
import { projectObject } from "../answer/project-answer.ts";
import { invalidAnswer } from "../answer/upstream-errors.ts";

const root = (selections: string): Fetch => ({ ...parts(selections, []), kind: "root", operation: "query" });
const entities = (path: readonly PathStep[], selections: string): EntityFetch => ({
  ...parts(selections, path),
  kind: "entities",
  representations: [],
  sentAs: [],
});
const onOrder = { types: ["Order"] };

describe("places where one entity object may stand for its equals", () => {
  const orders = "{ orders { seller { id } } }";
  test.each([
    [
      "what one fetch finds and another asks more of",
      [root(orders), entities(["orders", "seller"], "{ name }")],
      ["orders.seller"],
    ],
    ["none, where nothing more is asked", [root(orders)], []],
    [
      "none, where two fetches find the same",
      [root(orders), root(orders), entities(["orders", "seller"], "{ name }")],
      [],
    ],
    [
      "others than those that a fetch for some types finds too",
      [
        root(orders),
        entities(["orders", onOrder], "{ seller { id } }"),
        entities(["orders", "seller"], "{ name }"),
      ],
      ["orders"],
    ],
    [
      "those that entities lead to",
      [
        root("{ orders { id } }"),
        entities(["orders"], "{ seller { id } }"),
        entities(["orders", onOrder, "seller"], "{ name }"),
      ],
      ["orders", "orders.seller"],
    ],
  ] as const)("are %s", (...[, fetches, places]) => {
    expect([...entityPlaces({ fetches })]).toEqual(places);
  });
});

describe("a projected answer", () => {
  const schema = buildSchema(
    "type Query { orders: [Order] } type Order { seller: Company address: Address } type Company { id: ID name: String } type Address { city: String }",
  );
  const shape = compileShape(schema, {
    selections: selectionsOf("{ orders { seller { id name } address { city } } }"),
    parent: "Query",
    renames: [],
    places: [""],
    entityPlaces: new Set(["orders.seller"]),
    factsBehind: () => [],
  });
  const project = (sellers: readonly unknown[], failures = new Failures()) => {
    const answer = { orders: sellers.map((seller) => ({ seller, address: { city: "Nantes" } })) };
    projectObject(answer, shape, { failures, equals: new EqualObjects(), invalid: invalidAnswer("orders") });
    return answer.orders;
  };

  it("holds equal entities once", () => {
    const [first, second, other] = project([
      company("1", "Integra"),
      company("1", "Integra"),
      company("2", "Vega"),
    ]);
    expect(second?.seller).toBe(first?.seller);
    expect(other?.seller).toEqual(company("2", "Vega"));
  });

  it("keeps apart what is equal and no entity, for two companies may each know a part of it", () => {
    const [first, second] = project([company("1", "Integra"), company("1", "Integra")]);
    expect(second?.address).not.toBe(first?.address);
  });

  it("keeps an object apart whose value was lost to an error", () => {
    const failures = new Failures();
    const [refused, absent] = project([company("1", 7), company("1", null)], failures);
    expect(refused?.seller).toEqual(absent?.seller);
    expect(absent?.seller).not.toBe(refused?.seller);
    expect(failures.at(Object(absent?.seller), "name")).toBeUndefined();
  });
});

function company(id: string, name: unknown) {
  return { id, name };
}

function parts(selections: string, path: readonly PathStep[]) {
  return {
    subgraph: "any",
    selections: selectionsOf(selections),
    variables: [],
    path,
    after: [],
    renames: [],
  };
}

function selectionsOf(text: string): SelectionSetNode {
  const [definition] = parse(text).definitions;
  if (definition?.kind !== "OperationDefinition") throw new Error(`${text} is no operation`);
  return definition.selectionSet;
}

import { buildSchema, parse } from "graphql";
import { compileShape } from "./compile-shape.ts";

const schema = buildSchema("type Query { me: Person } type Person { name: String }");
const [definition] = parse("{ me { name } }").definitions;
if (definition?.kind !== "OperationDefinition") throw new Error("There is no operation");
const { selectionSet: selections } = definition;

describe("the shape of an answer from the root", () => {
  const shape = compileShape(schema, {
    selections,
    parent: "Query",
    renames: [],
    places: [""],
    entityPlaces: new Set(),
    factsBehind: () => [],
  });

  it.each([[undefined], ["Query"], ["Start"], ["Person"], ["String"], [7]])(
    "is the same when the subgraph calls its root type %s",
    (typename) => {
      expect(shape.fieldsFor(typename)?.keys).toEqual(["me"]);
    },
  );
});

import { parse } from "graphql";
import { requiredTypes } from "./required-types.ts";

const typesIn = (fields: string) => [
  ...requiredTypes(
    parse(`
      type Order { buyer: Customer place: Place
        margin: Int @join__field(graph: B, requires: "${fields}") }
      interface Place { city: String }
      type Shop implements Place { city: String keeper: Customer }
      type Customer { name: String }`),
  ),
];

describe("the types that a @requires reaches into", () => {
  test.each([
    ["none, where it names leaves", "total", []],
    ["the type of an object", "buyer { name }", ["Customer"]],
    ["that of a list's elements, whatever its arguments", "buyer(first: 1) { name }", ["Customer"]],
    [
      "those of fragments and of what lies below them",
      "place { ... on Shop { keeper { name } } }",
      ["Place", "Shop", "Customer"],
    ],
  ])("are %s", (_what, fields, types) => {
    expect(typesIn(fields)).toEqual(types);
  });
});

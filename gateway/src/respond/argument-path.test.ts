import { buildSchema } from "graphql";
import { argumentPath } from "./argument-path.ts";

const schema = buildSchema(`
  type Query { orders(first: Int): [String] }
  type Mutation { placeOrder(input: OrderInput!): String }
  input OrderInput { lines: [LineInput!]! }
  input LineInput { quantity: Int! }
`);

describe("the path of a refused argument", () => {
  test.each(["first", "input", "input.lines.0.quantity"])(
    "is passed on when the schema knows it: %s",
    (path) => {
      expect(argumentPath(schema, path)).toBe(path);
    },
  );

  test.each([
    undefined,
    "",
    "secret",
    "input.secret",
    "placeOrder",
    "OrderInput",
    "input lines",
    "input.",
    "input.99999",
    "input.lines.0.quantity.0.0.0.0.0",
    "toString",
  ])("is dropped when it could say anything else: %s", (path) => {
    expect(argumentPath(schema, path)).toBeUndefined();
  });
});

import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { readSupergraph } from "./supergraph.ts";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@override", "@context", "@fromContext", "@shareable"])`;

function compose(subgraphs: Readonly<Record<string, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs).map(([name, sdl]) => ({
      name,
      url: `http://${name}.invalid`,
      typeDefs: parse(`${link} ${sdl}`),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}

describe("a supergraph", () => {
  test("with a progressive @override is refused by field and label", () => {
    const sdl = compose({
      old: `type Query { items: [Item!]! } type Item @key(fields: "id") { id: ID! price: Int }`,
      next: `type Item @key(fields: "id") { id: ID! price: Int @override(from: "old", label: "percent(5)") }`,
    });
    expect(() => readSupergraph(sdl)).toThrow(
      'Item.price in the supergraph has a progressive @override (label "percent(5)")',
    );
  });

  test("with @fromContext is refused by the field", () => {
    const sdl = compose({
      shop: `
        type Query { cart: Cart }
        type Cart @key(fields: "id") @context(name: "cart") { id: ID! currency: String! line: Line }
        type Line @key(fields: "id") {
          id: ID! price(currency: String @fromContext(field: "$cart { currency }")): Int
        }`,
      other: `type Line @key(fields: "id") { id: ID! note: String }`,
    });
    expect(() => readSupergraph(sdl)).toThrow(
      "Line.price in the supergraph has an argument with @fromContext",
    );
  });

  test("that is the schema of one subgraph, or of none, is refused with what to do", () => {
    expect(() => readSupergraph("type Query { items: [Int] }")).toThrow(
      "This is no composed supergraph: it names no subgraph (enum join__Graph). Compose the subgraphs' schemas first.",
    );
  });

  test("with an @override that is in force for everybody is served", () => {
    const sdl = compose({
      old: `type Query { items: [Item!]! } type Item @key(fields: "id") { id: ID! price: Int }`,
      next: `type Item @key(fields: "id") { id: ID! price: Int @override(from: "old") }`,
    });
    expect([...readSupergraph(sdl).subgraphs.keys()].toSorted()).toEqual(["next", "old"]);
  });
});

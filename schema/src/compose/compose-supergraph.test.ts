import { composeSupergraph, describeFault, supergraphOf, type Contract } from "./compose-supergraph.ts";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

const catalogue: Contract = {
  name: "catalogue",
  url: "http://127.0.0.1:4101/graphql",
  sdl: `${link}
type Query { product(id: ID!): Product }
type Product @key(fields: "id") { id: ID! name: String! }`,
};

const orders: Contract = {
  name: "orders",
  url: "http://127.0.0.1:4102/graphql",
  sdl: `${link}
type Product @key(fields: "id") { id: ID! offers: [Offer!] }
type Offer { price: String }`,
};

const federated = link.replace('"@key"', '"@key", "@external", { name: "@requires", as: "@needs" }');

/** Companies each of which computes fields of a part from what others computed. */
const parts = (fields: Readonly<Record<string, string>>): Contract[] =>
  Object.entries(fields).map(([name, own], place) => ({
    name,
    url: `http://${name}.example`,
    sdl: `${federated}
${place === 0 ? "type Query { parts: [Part] }" : ""} type Part @key(fields: "id") { id: ID! ${own} }`,
  }));

describe("composing contracts", () => {
  it("joins what several companies say about one type", () => {
    const result = composeSupergraph([catalogue, orders]);
    expect(result).toEqual({
      ok: true,
      supergraph: expect.stringContaining("name: String! @join__field(graph: CATALOGUE)"),
    });
    expect(result).toEqual({
      ok: true,
      supergraph: expect.stringContaining('url: "http://127.0.0.1:4102/graphql"'),
    });
  });

  it("gives the same text whatever the order of the contracts", () => {
    expect(composeSupergraph([orders, catalogue])).toEqual(composeSupergraph([catalogue, orders]));
  });

  it.each<[fault: string, contracts: Contract[], line: RegExp]>([
    [
      "a field that two companies define without saying so",
      [catalogue, { ...orders, sdl: orders.sdl.replace("offers:", "name: String! offers:") }],
      /^INVALID_FIELD_SHARING: .*"Product\.name".*\(.*catalogue:3:43.*\)$/s,
    ],
    [
      "a contract that cannot be read",
      [catalogue, { ...orders, sdl: "type Product {" }],
      /^SYNTAX: Syntax Error: .* \(orders:1:15\)$/,
    ],
    [
      "a field under a name of the gateway's",
      [catalogue, { ...orders, sdl: orders.sdl.replace("price", "_mx0_price") }],
      /^RESERVED_NAME: "_mx0_price" .*\(orders:3:14\)$/,
    ],
    [
      "an argument under a name of the gateway's",
      [catalogue, { ...orders, sdl: orders.sdl.replace("price", "price(_mx: Int)") }],
      /^RESERVED_NAME: "_mx" .*\(orders:3:20\)$/,
    ],
    [
      "a type that the gateway answers itself",
      [catalogue, { ...orders, sdl: orders.sdl.replaceAll("Offer", "Seer") }],
      /^RESERVED_NAME: "Seer" .*\(orders:3:6\)$/,
    ],
    [
      "a query that the gateway answers itself, whatever the root type is called",
      [catalogue, { ...orders, sdl: `${orders.sdl} schema { query: Root } type Root { explain: String }` }],
      /^RESERVED_NAME: "explain" .*\(orders:3:65\)$/,
    ],
    ["a subgraph called as the gateway", [{ ...catalogue, name: "_gateway" }], /^SUBGRAPH_NAME: "_gateway"/],
    ["a subgraph called almost so", [{ ...catalogue, name: "mx-gateway" }], /^SUBGRAPH_NAME: "mx-gateway"/],
    ["one name used twice", [catalogue, { ...orders, name: "catalogue" }], /^SUBGRAPH_NAME: .*"catalogue"/],
    ["no query at all", [orders], /^NO_QUERIES: /],
    [
      "two fields that require each other",
      parts({
        a: `y: Int @external x: Int @needs(fields: "y")`,
        b: `x: Int @external y: Int @needs(fields: "x")`,
      }),
      /^CIRCULAR_REQUIREMENT: "Part.x" can never be computed: .*\(a:2:\d+\)$/,
    ],
    [
      "a field that requires itself by way of two others, one of them inside an object",
      parts({
        a: `box: Box @external x: Int @needs(fields: "box { y }")`,
        b: `z: Int @external box: Box @needs(fields: "z")`,
        c: `x: Int @external z: Int @needs(fields: "x")`,
      }).map((each) => ({ ...each, sdl: `${each.sdl} type Box @shareable { y: Int }` })),
      /^CIRCULAR_REQUIREMENT: "Part.z" can never be computed: .*\(c:2:\d+\)$/,
    ],
  ])("fails on %s and says where", (_fault, contracts, line) => {
    const result = composeSupergraph(contracts);
    expect(result.ok ? [] : result.faults.map(describeFault)).toContainEqual(expect.stringMatching(line));
  });

  it("follows a chain of requirements that visits a company twice", () => {
    const chain = parts({
      a: `y: Int @external x: Int @needs(fields: "y") z: Int`,
      b: `z: Int @external y: Int @needs(fields: "z")`,
    });
    expect(composeSupergraph(chain)).toMatchObject({ ok: true });
  });

  it("tells whoever wants nothing but a supergraph every fault", () => {
    expect(supergraphOf([catalogue, orders])).toContain("@join__field");
    const broken = () =>
      supergraphOf([catalogue, { ...orders, sdl: "type {" }, { ...orders, sdl: "enum {" }]);
    expect(broken).toThrow(/^catalogue, orders, orders do not compose:\n(  .+\n){2}  .+$/u);
  });
});

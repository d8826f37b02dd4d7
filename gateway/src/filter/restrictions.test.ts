import { openTestGateway } from "../testing/open-test-gateway.ts";
import { openTestSubgraph } from "../testing/open-test-subgraph.ts";

const imports = `["@key", { name: "@authenticated", as: "@named" }, { name: "@requiresScopes", as: "@scoped" }, "@policy"]`;
const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${imports})
  type Query {
    known: String @named
    buys: String @scoped(scopes: [["pricing"], ["buying"]])
    sells: String @scoped(scopes: [["buying", "selling"]])
    role: String @policy(policies: [["role:buying"]])
    kind: String @policy(policies: [["kind:REGULATOR"]])
    unheard: String @policy(policies: [["moon:full"]])
    secret: Secret
    keeper: Keeper
    mood: Mood
  }
  type Mutation { buy: String @scoped(scopes: [["buying"]]) sell: String @scoped(scopes: [["selling"]]) }
  type Secret @policy(policies: [["kind:REGULATOR"]]) { text: String }
  interface Keeper { text: String plain: String }
  type Safe implements Keeper { text: String @scoped(scopes: [["selling"]]) plain: String }
  enum Mood @policy(policies: [["kind:REGULATOR"]]) { GOOD }`;

async function openGateway() {
  const value = () => "value";
  const subgraph = await openTestSubgraph("sales", sdl, {
    Query: {
      known: value,
      buys: value,
      sells: value,
      role: value,
      kind: value,
      unheard: value,
      secret: () => ({ text: "value" }),
      keeper: () => ({ __typename: "Safe", text: "value", plain: "value" }),
      mood: () => "GOOD",
    },
    Mutation: { buy: value, sell: value },
  });
  const gateway = await openTestGateway([subgraph]);
  return { subgraph, ask: gateway.ask, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
}

describe("the standard directives, under names of the schema's own", () => {
  test.each([
    ["@authenticated lets every named viewer in", "{ known }", { known: "value" }],
    ["@requiresScopes lets in who has all scopes of one list", "{ buys }", { buys: "value" }],
    ["@policy lets in whoever it holds for", "{ role }", { role: "value" }],
    ["they let the field beside a refused one be", "{ role kind }", { role: "value", kind: null }],
    [
      "they let the object around a refused field be",
      "{ keeper { plain text } }",
      { keeper: { plain: "value", text: null } },
    ],
    ["they let a mutation through", "mutation { buy }", { buy: "value" }],
  ])("%s", async (_fact, query, data) => {
    await using gateway = await openGateway();
    const { body } = await gateway.ask(query);
    expect(body.data).toEqual(data);
  });

  test.each([
    [
      "a list of scopes of which one is missing",
      "{ x: sells }",
      { coordinate: "Query.sells", rule: "requiresScopes" },
    ],
    ["a policy that does not hold", "{ kind }", { coordinate: "Query.kind", rule: "policy" }],
    ["a policy that nobody knows", "{ unheard }", { coordinate: "Query.unheard", rule: "policy" }],
    ["a type that demands a policy", "{ secret { text } }", { coordinate: "Query.secret", rule: "policy" }],
    ["an enum that demands a policy", "{ mood }", { coordinate: "Query.mood", rule: "policy" }],
    [
      "a mutation without its scope",
      "mutation { sell }",
      { coordinate: "Mutation.sell", rule: "requiresScopes" },
    ],
  ])("refuse %s before any company is asked, and say so", async (_what, query, refusal) => {
    await using gateway = await openGateway();
    const { body } = await gateway.ask(query);
    expect(Object.values(body.data)).toEqual([null]);
    expect(body.extensions.visibility).toMatchObject([{ ...refusal, effect: "DENIED", count: 1 }]);
    expect(gateway.subgraph.received).toEqual([]);
  });

  test("keep a field back from an object and from its interface alike", async () => {
    await using gateway = await openGateway();
    const { body } = await gateway.ask("{ keeper { text ... on Safe { again: text } } }");
    expect(body.data).toEqual({ keeper: { text: null, again: null } });
    expect(gateway.subgraph.received[0]?.query).not.toContain("text");
  });
});

import { PROOF } from "@maillon/schema/testing";
import { anything, assert, asyncProperty, constantFrom, dictionary, record, string } from "fast-check";
import { answerJson } from "./hostile-partner.ts";
import { openChainWithPartner } from "./chain-with-partner.ts";
import { permutations } from "./permutations.ts";

type Entity = Record<string, unknown>;
/** The entities of an honest answer, to be tampered with. */
const entitiesOf = (honest: { data: Record<string, unknown> }): Entity[] => honest.data["e0"] as Entity[];

const query = "{ products { id name price note tags seller { name } stock } }";

describe("a partner that answers more than it was asked", () => {
  it("changes no field of another company in 500 generated answers", async () => {
    await using chain = await openChainWithPartner();
    const truth = await chain.ask("{ products { id name stock } }");
    const extra = dictionary(
      constantFrom("name", "stock", "__proto__", "constructor", "prototype", "extra", "toString"),
      constantFrom<unknown>("CANARY", ["CANARY"], { name: "CANARY", stock: "CANARY" }, { toJSON: "CANARY" }),
    );
    const seller = record({ name: constantFrom("honest"), extra: anything(), stock: constantFrom("CANARY") });
    await assert(
      asyncProperty(extra, seller, string(), async (fields, honestSeller, note) => {
        chain.partner.behave(({ response, honest }) => {
          for (const entity of entitiesOf(honest)) {
            for (const [key, value] of Object.entries(fields))
              Object.defineProperty(entity, key, { value, enumerable: true, configurable: true });
            Object.assign(entity, { seller: honestSeller, note });
          }
          const text = JSON.stringify({
            data: { ...honest.data, products: "CANARY", e1: "CANARY" },
            extensions: "CANARY",
          });
          answerJson(response, text);
        });
        const { text, products } = await chain.ask(query);
        const shown = products.map(({ id, name, stock }) => ({ id, name, stock }));
        expect(shown).toEqual(truth.products);
        expect(text).not.toContain("CANARY");
        expect(Reflect.get({}, "stock")).toBeUndefined();
      }),
      { numRuns: 500, seed: PROOF.seed },
    );
  });
});

describe("a partner that answers another type than it published", () => {
  it.each<[string, Entity]>([
    ["a text for a number", { price: "CANARY" }],
    ["an object for a number", { price: { amount: "CANARY" } }],
    ["a list for a text", { note: ["CANARY"] }],
    ["a text for a list", { tags: "CANARY" }],
    ["numbers in a list of texts", { tags: [1, { x: "CANARY" }, "kept"] }],
    ["a list for an object", { seller: ["CANARY"] }],
    ["a number for an object", { seller: 7 }],
    ["an object in a text of an object", { seller: { name: { first: "CANARY" } } }],
  ])("loses that field, with a code, for %s", async (_title, wrong) => {
    await using chain = await openChainWithPartner();
    chain.partner.behave(({ response, honest }) => {
      Object.assign(entitiesOf(honest)[2] ?? {}, wrong);
      answerJson(response, honest);
    });
    const { text, products, errors } = await chain.ask(query);
    expect(text).not.toContain("CANARY");
    expect(products.map(({ name }) => name)).toHaveLength(5);
    expect(products[1]).toMatchObject({ price: 2.5, note: "note b", stock: 1 });
    expect(errors.map(({ code }) => code)).toContain("UPSTREAM_INVALID");
  });
});

describe("a partner that answers with other entities than it was asked for", () => {
  it("is not believed for any wrong permutation of five", async () => {
    await using chain = await openChainWithPartner();
    const truth = await chain.ask(query);
    for (const order of permutations([0, 1, 2, 3, 4])) {
      chain.partner.behave(({ response, honest }) => {
        const entities = entitiesOf(honest);
        answerJson(response, { data: { e0: order.map((index) => entities[index]) } });
      });
      const answer = await chain.ask(query);
      const right = order.every((from, to) => from === to);
      const refused = truth.products.map((product) => ({
        ...product,
        price: null,
        note: null,
        tags: null,
        seller: null,
      }));
      expect(answer.products).toEqual(right ? truth.products : refused);
      expect(answer.errors.length > 0).toBe(!right);
    }
  });

  it.each<[string, (entities: Entity[]) => unknown]>([
    ["too few", (entities) => entities.slice(1)],
    ["too many", (entities) => [...entities, ...entities]],
    ["one for all", (entities) => entities.map(() => entities[0])],
    ["keys of another company's entity", (entities) => entities.map((each) => ({ ...each, id: "zzz" }))],
    ["no keys", (entities) => entities.map(({ price }) => ({ __typename: "Product", price }))],
    ["another type", (entities) => entities.map((each) => ({ ...each, __typename: "Seller" }))],
    [
      "a type that does not exist",
      (entities) => entities.map((each) => ({ ...each, __typename: "__proto__" })),
    ],
    ["no type", (entities) => entities.map(({ id, price }) => ({ id, price }))],
    ["texts", () => ["a", "b", "c", "d", "e"]],
    ["an object", () => ({ length: 5, 0: { id: "a" } })],
    ["nothing", () => null],
  ])("is not believed when it answers %s", async (_title, tamper) => {
    await using chain = await openChainWithPartner();
    chain.partner.behave(({ response, honest }) =>
      answerJson(response, { data: { e0: tamper(entitiesOf(honest)) } }),
    );
    const { data, errors } = await chain.ask(query);
    expect(data?.["products"]).toMatchObject(
      ["a", "b", "c", "d", "e"].map((id, stock) => ({ id, price: null, note: null, stock })),
    );
    expect(errors.map(({ code }) => code)).toContain("UPSTREAM_INVALID");
  });

  it("says what it does not know by null, without failing the others", async () => {
    await using chain = await openChainWithPartner();
    chain.partner.behave(({ response, honest }) =>
      answerJson(response, { data: { e0: entitiesOf(honest).with(1, null as never) } }),
    );
    const { data, errors } = await chain.ask("{ products { price } }");
    expect(data).toEqual({ products: [1.5, null, 3.5, 4.5, 5.5].map((price) => ({ price })) });
    expect(errors).toEqual([]);
  });
});

describe("the error of a partner", () => {
  it("is told at the client's own path, as a code", async () => {
    await using chain = await openChainWithPartner();
    chain.partner.behave(({ response, honest }) => {
      const entity = entitiesOf(honest)[3] ?? {};
      entity["price"] = null;
      entity["seller"] = null;
      const errors = [
        { message: "CANARY", path: ["e0", 3, "price"], extensions: { code: "FORBIDDEN", secret: "CANARY" } },
        { message: "CANARY", path: ["e0", 3, "seller", "name"], extensions: { code: "CANARY" } },
      ];
      answerJson(response, { ...honest, errors });
    });
    const { text, errors } = await chain.ask("{ list: products { cost: price from: seller { name } } }");
    expect(errors).toEqual([
      { code: "FORBIDDEN", path: ["list", 3, "cost"] },
      { code: "UPSTREAM_ERROR", path: ["list", 3, "from"] },
    ]);
    expect(text).not.toContain("CANARY");
  });

  it.each([["e0"], ["e0", 99, "price"], ["__proto__", "polluted"], [{}, []], ["e0", "length"], []])(
    "may name any place, even %j",
    async (...path) => {
      await using chain = await openChainWithPartner();
      chain.partner.behave(({ response, honest }) =>
        answerJson(response, { ...honest, errors: [{ message: "CANARY", path }, "CANARY", null] }),
      );
      const { text, products } = await chain.ask("{ products { price } }");
      expect(products[0]).toEqual({ price: 1.5 });
      expect(text).not.toContain("CANARY");
      expect(Reflect.get({}, "polluted")).toBeUndefined();
    },
  );
});

import type { Viewer } from "@maillon/schema";
import { assortment, at, claire, openCatalogue, product } from "../testing/example-chain.ts";

const upsert = `mutation ($input: ProductInput!) { upsertProduct(input: $input) {
  id sku name status gtin description brand unit category { id } manufacturer { id }
  recommendedRetailPrice { amount currencyCode } unitCost { amount currencyCode }
} }`;

const probe = { sku: "P-1", name: "Probe", kind: "FINISHED_GOOD", unit: "C62" };

const strangers: [string, Viewer, RegExp][] = [
  ["another role at the manufacturer", at("fabrica", "pricing"), /role "catalogue"/u],
  ["a company that is no manufacturer", at("integra", "catalogue"), /Only a manufacturer/u],
  ["a company that nobody knows", at("etrangere", "catalogue"), /Only a manufacturer/u],
  ["a consumer", claire, /role "catalogue"/u],
];

describe("upsertProduct", () => {
  test("creates a product with everything that is stated", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const input = {
      ...probe,
      gtin: "96385074",
      description: "Measures",
      brand: "Fab",
      categoryId: "sensors",
      recommendedRetailPrice: { amount: "12.90", currencyCode: "EUR" },
      unitCost: { amount: "4.0001", currencyCode: "EUR" },
    };
    const { data } = await catalogue.ask(at("fabrica", "catalogue"), upsert, { input });
    const { categoryId, kind: _kind, ...stated } = input;
    expect(data).toEqual({
      upsertProduct: {
        ...stated,
        id: expect.stringMatching(/^prd_fabrica_[a-z2-7]{26}$/u),
        status: "ACTIVE",
        category: { id: categoryId },
        manufacturer: { id: "fabrica" },
      },
    });
    const { data: found } = await catalogue.ask(
      at("integra"),
      '{ products(search: "Probe") { nodes { sku } } }',
    );
    expect(found).toEqual({ products: { nodes: [{ sku: "P-1" }] } });
  });

  test("changes the product with that article number: what is left out stays, null clears", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const input = { ...probe, sku: "SENSOR", name: "Sensor 2", recommendedRetailPrice: null };
    const { data } = await catalogue.ask(at("fabrica", "catalogue"), upsert, { input });
    expect(data).toMatchObject({
      upsertProduct: {
        id: "sensor",
        name: "Sensor 2",
        category: { id: "sensors" },
        recommendedRetailPrice: null,
        unitCost: { amount: "41.2015" },
      },
    });
    const cleared = await catalogue.ask(at("fabrica", "catalogue"), upsert, {
      input: { ...input, unitCost: null },
    });
    expect(cleared.data).toMatchObject({ upsertProduct: { id: "sensor", unitCost: null } });
  });

  test("answers with the new state, also when one request changes a product twice", async () => {
    await using catalogue = await openCatalogue();
    const change = (cost: string) =>
      `upsertProduct(input: { sku: "P", name: "P", kind: COMPONENT, unit: "C62", unitCost: ${cost} }) { unitCost { amount } }`;
    const query = `mutation { a: ${change("null")} b: ${change('{ amount: "4", currencyCode: "EUR" }')} }`;
    const { data } = await catalogue.ask(at("fabrica", "catalogue"), query);
    expect(data).toEqual({ a: { unitCost: null }, b: { unitCost: { amount: "4" } } });
  });

  test("keeps a draft to its manufacturer until it is put on sale", async () => {
    await using catalogue = await openCatalogue();
    const search = '{ products(search: "Probe") { nodes { status } } }';
    await catalogue.ask(at("fabrica", "catalogue"), upsert, { input: { ...probe, status: "DRAFT" } });
    expect((await catalogue.ask(at("integra"), search)).data).toEqual({ products: { nodes: [] } });
    await catalogue.ask(at("fabrica", "catalogue"), upsert, { input: probe });
    expect((await catalogue.ask(at("integra"), search)).data).toEqual({
      products: { nodes: [{ status: "ACTIVE" }] },
    });
  });

  test("lets two manufacturers have one article number", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const input = { ...probe, sku: "SENSOR" };
    const { data } = await catalogue.ask(at("rohstoff", "catalogue"), upsert, { input });
    expect(data).toMatchObject({ upsertProduct: { sku: "SENSOR", manufacturer: { id: "rohstoff" } } });
    expect(data).not.toMatchObject({ upsertProduct: { id: "sensor" } });
  });

  test.each(strangers)("is refused to %s", async (_, viewer, message) => {
    await using catalogue = await openCatalogue(...assortment());
    const { errors } = await catalogue.ask(viewer, upsert, { input: probe });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: "FORBIDDEN" } },
    ]);
  });

  test.each<[string, object, string, string | undefined]>([
    ["an empty article number", { sku: "" }, "BAD_USER_INPUT", "input.sku"],
    ["a name that is too long", { name: "x".repeat(201) }, "BAD_USER_INPUT", "input.name"],
    ["an unknown category", { categoryId: "none" }, "BAD_USER_INPUT", "input.categoryId"],
    ["a wrong GTIN", { gtin: "96385075" }, "BAD_USER_INPUT", "input"],
    ["an unknown unit", { unit: "spoon" }, "BAD_USER_INPUT", "input"],
    [
      "a negative cost",
      { unitCost: { amount: "-1", currencyCode: "EUR" } },
      "BAD_USER_INPUT",
      "input.unitCost.amount",
    ],
    ["a status that only withdrawing gives", { status: "WITHDRAWN" }, "BAD_USER_INPUT", "input.status"],
    ["a GTIN that another own product has", { gtin: "4006381333931" }, "CONFLICT", undefined],
    ["the article number of a withdrawn product", { sku: "OLD" }, "CONFLICT", undefined],
  ])("refuses %s and stores nothing", async (_, change, ...[code, argument]) => {
    await using catalogue = await openCatalogue(...assortment());
    const { errors } = await catalogue.ask(at("fabrica", "catalogue"), upsert, {
      input: { ...probe, ...change },
    });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      argument === undefined ? { code } : { code, argument },
    ]);
    const { data } = await catalogue.ask(at("fabrica"), '{ products(search: "Probe") { nodes { id } } }');
    expect(data).toEqual({ products: { nodes: [] } });
  });

  test("tells nobody about another manufacturer's drafts: their GTIN is no conflict", async () => {
    await using catalogue = await openCatalogue([product("secret", { status: "DRAFT", gtin: "96385074" })]);
    const input = { ...probe, gtin: "96385074" };
    const { errors } = await catalogue.ask(at("rohstoff", "catalogue"), upsert, { input });
    expect(errors).toBeUndefined();
  });
});

describe("withdrawProduct", () => {
  const withdraw = "mutation ($id: ID!) { withdrawProduct(id: $id) { id status } }";

  test("takes a product off sale, and doing it again is no error", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const answers = [];
    for (let time = 0; time < 2; time += 1) {
      answers.push(await catalogue.ask(at("fabrica", "catalogue"), withdraw, { id: "sensor" }));
    }
    const withdrawn = { data: { withdrawProduct: { id: "sensor", status: "WITHDRAWN" } } };
    expect(answers).toEqual([withdrawn, withdrawn]);
    const { data } = await catalogue.ask(
      at("integra"),
      '{ products { nodes { id } } product(id: "sensor") { status } }',
    );
    expect(data).toEqual({ products: { nodes: [{ id: "valve" }] }, product: { status: "WITHDRAWN" } });
  });

  test.each(strangers)("is refused to %s", async (_, viewer) => {
    await using catalogue = await openCatalogue(...assortment());
    const { errors } = await catalogue.ask(viewer, withdraw, { id: "sensor" });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });

  test("of another manufacturer's product is refused", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const { errors } = await catalogue.ask(at("rohstoff", "catalogue"), withdraw, { id: "sensor" });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });

  test("finds an unknown product as little as another manufacturer's draft", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const hidden = await catalogue.ask(at("rohstoff", "catalogue"), withdraw, { id: "draft" });
    const absent = await catalogue.ask(at("rohstoff", "catalogue"), withdraw, { id: "none" });
    expect(hidden.errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    expect(hidden).toEqual(absent);
  });
});

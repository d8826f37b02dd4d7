import type { Viewer } from "@maillon/schema";
import {
  at,
  claire,
  assortment,
  list,
  openCatalogue,
  price,
  priceLists,
  product,
} from "../testing/example-chain.ts";

const supplyPrices = "{ products { nodes { id supplyPrice { unitPrice { amount } priceList { id } } } } }";

/** The expected answer: an amount and its list for each product, by name. */
function priced(sensor: [string, string] | null, valve: [string, string] | null) {
  const supplyPrice = (found: [string, string] | null) =>
    found && { unitPrice: { amount: found[0] }, priceList: { id: found[1] } };
  const nodes = [
    { id: "sensor", supplyPrice: supplyPrice(sensor) },
    { id: "valve", supplyPrice: supplyPrice(valve) },
  ];
  return { products: { nodes } };
}

describe("the supply price", () => {
  test.each<[viewer: string, Viewer, ReturnType<typeof priced>]>([
    [
      "Integra: its list, and the tariff for the rest",
      at("integra"),
      priced(["80.5025", "for-integra"], ["20", "tariff"]),
    ],
    ["Rivalis: a list of its own", at("rivalis"), priced(["88", "for-rivalis"], ["20", "tariff"])],
    ["Vega, a retailer: the tariff", at("vega"), priced(["100", "tariff"], ["20", "tariff"])],
    ["Nantes: what it awarded, no tariff", at("nantes"), priced(["95", "for-nantes"], null)],
    ["the regulator: the tariff", at("autorite"), priced(["100", "tariff"], ["20", "tariff"])],
    ["an end business: none", at("boulange"), priced(null, null)],
    ["a company that the catalogue does not know: none", at("etrangere"), priced(null, null)],
    ["a consumer: none", claire, priced(null, null)],
  ])("of %s", async (_, viewer, expected) => {
    await using catalogue = await openCatalogue(...assortment(), ...priceLists());
    const { data } = await catalogue.ask(viewer, supplyPrices);
    expect(data).toEqual(expected);
  });

  test("names the tier that earned it, the list, the price before and the end", async () => {
    const lists = [list("for-integra", { buyer: "integra", until: "2199-12-31" })];
    const tier = { minimumQuantity: "100", minimumCommitmentMonths: 24, partnership: "INTEGRATOR" } as const;
    const entry = price("for-integra", "sensor", {
      amount: "80",
      tiers: [{ ...tier, unitPrice: "70.1015" }],
    });
    entry.priorAmount = "84";
    await using catalogue = await openCatalogue([product("sensor")], lists, [entry]);
    const { data } = await catalogue.ask(
      at("integra"),
      `{ product(id: "sensor") { supplyPrice(quantity: "120", commitmentMonths: 24) {
        unitPrice { amount currencyCode } priorPrice { amount } validUntil
        appliedTier { minimumQuantity minimumCommitmentMonths partnership unitPrice { amount } }
        priceList { id kind seller { id } buyer { id } agreement { id } currencyCode }
      } } }`,
    );
    expect(data).toEqual({
      product: {
        supplyPrice: {
          unitPrice: { amount: "70.1015", currencyCode: "EUR" },
          priorPrice: { amount: "84" },
          validUntil: "2199-12-31T00:00:00.000Z",
          appliedTier: { ...tier, unitPrice: { amount: "70.1015" } },
          priceList: {
            id: "for-integra",
            kind: "NEGOTIATED",
            seller: { id: "fabrica" },
            buyer: { id: "integra" },
            agreement: { id: "agreement of for-integra" },
            currencyCode: "EUR",
          },
        },
      },
    });
  });

  test.each([
    ["begins tomorrow", list("other", { buyer: "integra", from: "2199-01-01" }), "100"],
    ["has ended", list("other", { buyer: "integra", until: "2020-06-01" }), "100"],
    [
      "is in another currency, when one is asked for",
      list("other", { buyer: "integra", currency: "USD" }),
      "100",
    ],
    ["is another seller's", list("other", { buyer: "integra", seller: "rohstoff" }), "100"],
    ["began later", list("other", { buyer: "integra", from: "2024-01-01" }), "50"],
  ])("of a list that %s", async (_, other, amount) => {
    const prices = [price("tariff", "sensor", { amount: "100" }), price("other", "sensor", { amount: "50" })];
    await using catalogue = await openCatalogue([product("sensor")], [list("tariff"), other], prices);
    const query = '{ product(id: "sensor") { supplyPrice(currencyCode: "EUR") { unitPrice { amount } } } }';
    const { data } = await catalogue.ask(at("integra"), query);
    expect(data).toEqual({ product: { supplyPrice: { unitPrice: { amount } } } });
  });

  test.each([
    ['quantity: "0"', "quantity", "must be above zero"],
    ['quantity: "-3"', "quantity", "must be above zero"],
    ["commitmentMonths: -1", "commitmentMonths", "must not be less than 0"],
  ])("for %s is refused", async (args, argument, reason) => {
    await using catalogue = await openCatalogue([product("sensor")]);
    const query = `{ product(id: "sensor") { supplyPrice(${args}) { unitPrice { amount } } } }`;
    const { errors } = await catalogue.ask(at("integra"), query);
    expect(errors).toMatchObject([
      { message: `"${argument}" ${reason}.`, extensions: { code: "BAD_USER_INPUT", argument } },
    ]);
  });

  test("of any number of products takes three statements besides the products", async () => {
    const products = Array.from({ length: 60 }, (_, index) => product(`p${index}`));
    const prices = products.map(({ id }) => price("tariff", id, { amount: "1" }));
    await using catalogue = await openCatalogue(products, [list("tariff")], prices);
    const query =
      '{ products(first: 60) { nodes { a: supplyPrice { unitPrice { amount } } b: supplyPrice(quantity: "9") { unitPrice { amount } } } } }';
    const { data } = await catalogue.ask(at("integra"), query);
    expect(data).toMatchObject({
      products: { nodes: products.map(() => ({ b: { unitPrice: { amount: "1" } } })) },
    });
    const tables = catalogue.statements.map((sql) => /from "(\w+)"/u.exec(sql)?.[1]);
    // Prices and companies are asked for at the same time.
    expect(tables.toSorted()).toEqual(["company", "price", "price_list", "product"]);
  });
});

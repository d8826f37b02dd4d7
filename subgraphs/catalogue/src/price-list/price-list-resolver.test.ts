import type { Viewer } from "@maillon/schema";
import {
  assortment,
  at,
  claire,
  list,
  openCatalogue,
  openCatalogueUnder,
  price,
  priceLists,
  product,
  signed,
} from "../testing/example-chain.ts";

const publish = `mutation ($input: PriceListInput!) { publishPriceList(input: $input) {
  id kind seller { id } buyer { id } currencyCode validFrom validUntil
  entries { nodes { product { id } unitPrice { amount currencyCode } priorPrice { amount }
    tiers { minimumQuantity minimumCommitmentMonths partnership unitPrice { amount } } } }
} }`;

const tariff = {
  kind: "GENERAL_TARIFF",
  currencyCode: "EUR",
  validFrom: "2026-01-01T00:00:00Z",
  entries: [{ productId: "sensor", unitPrice: "110" }],
};

const negotiated = { ...tariff, kind: "NEGOTIATED", buyerId: "integra" };

const pricing = at("fabrica", "pricing");

describe("a price list", () => {
  test.each<[string, Viewer, string[]]>([
    ["its seller", at("fabrica"), ["for-integra", "for-nantes", "for-rivalis", "tariff"]],
    ["its buyer", at("integra"), ["for-integra", "tariff"]],
    ["a rival of its buyer", at("rivalis"), ["for-rivalis", "tariff"]],
    ["an administration", at("nantes"), ["for-nantes"]],
    ["an end business", at("boulange"), []],
    ["a consumer", claire, []],
  ])("is shown to %s, and hidden looks like absent", async (_, viewer, ids) => {
    await using catalogue = await openCatalogue(...assortment(), ...priceLists());
    const all = ["for-integra", "for-nantes", "for-rivalis", "tariff", "absent"];
    const query = `{ ${all.map((id, index) => `l${index}: priceList(id: "${id}") { id }`).join(" ")} }`;
    const { data } = await catalogue.ask(viewer, query);
    const expected = all.map((id, index) => [`l${index}`, ids.includes(id) ? { id } : null]);
    expect(data).toEqual(Object.fromEntries(expected));
    expect(catalogue.statements).toHaveLength(1);
  });

  test("gives its prices a page at a time", async () => {
    const products = ["a", "b", "c"].map((id) => product(id));
    const prices = products.map(({ id }) => price("tariff", id, { amount: "1" }));
    await using catalogue = await openCatalogue(products, [list("tariff")], prices);
    const query =
      'query ($after: String) { priceList(id: "tariff") { entries(first: 2, after: $after) { nodes { product { id } } pageInfo { hasNextPage endCursor } } } }';
    const { data } = await catalogue.ask(at("vega"), query);
    const { nodes, pageInfo } = (
      data as { priceList: { entries: { nodes: unknown; pageInfo: { endCursor: string } } } }
    ).priceList.entries;
    expect(nodes).toEqual([{ product: { id: "a" } }, { product: { id: "b" } }]);
    const { data: rest } = await catalogue.ask(at("vega"), query, { after: pageInfo.endCursor });
    expect(rest).toMatchObject({
      priceList: { entries: { nodes: [{ product: { id: "c" } }], pageInfo: { hasNextPage: false } } },
    });
  });

  test("is found from its companies, as far as the viewer may see it", async () => {
    await using catalogue = await openCatalogue(...assortment(), ...priceLists());
    const r = ["fabrica", "integra", "rivalis"].map((id) => ({ __typename: "Organization", id }));
    const query =
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { priceLists { id } } } }";
    const { data } = await catalogue.ask(at("rivalis"), query, { r });
    expect(data).toEqual({
      _entities: [
        { priceLists: [{ id: "for-rivalis" }, { id: "tariff" }] },
        { priceLists: [] },
        { priceLists: [{ id: "for-rivalis" }] },
      ],
    });
    expect(catalogue.statements).toHaveLength(1);
  });
});

describe("publishPriceList", () => {
  test("stores the list with its tiers", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const tier = {
      minimumQuantity: "50",
      minimumCommitmentMonths: 12,
      partnership: "INTEGRATOR",
      unitPrice: "71.5025",
    };
    const entries = [{ productId: "sensor", unitPrice: "80", tiers: [tier] }];
    const input = { ...negotiated, validUntil: "2027-01-01T00:00:00Z", entries };
    const { data } = await catalogue.ask(pricing, publish, { input });
    expect(data).toEqual({
      publishPriceList: {
        id: expect.stringMatching(/^prl_fabrica_[a-z2-7]{26}$/u),
        kind: "NEGOTIATED",
        seller: { id: "fabrica" },
        buyer: { id: "integra" },
        currencyCode: "EUR",
        validFrom: "2026-01-01T00:00:00.000Z",
        validUntil: "2027-01-01T00:00:00.000Z",
        entries: {
          nodes: [
            {
              product: { id: "sensor" },
              unitPrice: { amount: "80", currencyCode: "EUR" },
              priorPrice: null,
              tiers: [{ ...tier, unitPrice: { amount: "71.5025" } }],
            },
          ],
        },
      },
    });
  });

  test("ends the list before it and shows its prices as prior prices", async () => {
    await using catalogue = await openCatalogue(...assortment(), ...priceLists());
    const { data } = await catalogue.ask(pricing, publish, { input: tariff });
    expect(data).toMatchObject({
      publishPriceList: { entries: { nodes: [{ priorPrice: { amount: "100" } }] } },
    });
    const { data: after } = await catalogue.ask(
      at("vega"),
      '{ priceList(id: "tariff") { validUntil } product(id: "sensor") { supplyPrice { unitPrice { amount } priorPrice { amount } } } }',
    );
    expect(after).toEqual({
      priceList: { validUntil: "2026-01-01T00:00:00.000Z" },
      product: { supplyPrice: { unitPrice: { amount: "110" }, priorPrice: { amount: "100" } } },
    });
  });

  test("leaves the lists of other buyers alone", async () => {
    await using catalogue = await openCatalogue(...assortment(), ...priceLists());
    await catalogue.ask(pricing, publish, { input: negotiated });
    const { data } = await catalogue.ask(at("rivalis"), '{ priceList(id: "for-rivalis") { validUntil } }');
    expect(data).toEqual({ priceList: { validUntil: null } });
  });

  test.each<[string, Viewer]>([
    ["another role at the manufacturer", at("fabrica", "catalogue")],
    ["a company that is no manufacturer", at("integra", "pricing")],
    ["a consumer", claire],
  ])("is refused to %s", async (_, viewer) => {
    await using catalogue = await openCatalogue(...assortment());
    const { errors } = await catalogue.ask(viewer, publish, { input: tariff });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });

  const sensor = { productId: "sensor", unitPrice: "1" };
  const tier = { minimumQuantity: "5", unitPrice: "1" };
  test.each<[string, object, string]>([
    ["a tariff for one buyer", { ...tariff, buyerId: "integra" }, "buyerId"],
    ["a negotiated list for nobody", { ...tariff, kind: "NEGOTIATED" }, "buyerId"],
    ["a list for the seller itself", { ...negotiated, buyerId: "fabrica" }, "buyerId"],
    ["a buyer that the chain does not know", { ...negotiated, buyerId: "etrangere" }, "buyerId"],
    ["an agreement that nobody signed", { ...negotiated, agreementId: "fabrica-integra" }, "agreementId"],
    ["an end before the beginning", { ...tariff, validUntil: "2025-12-31T00:00:00Z" }, "validUntil"],
    ["no prices", { ...tariff, entries: [] }, "entries"],
    ["a product twice", { ...tariff, entries: [sensor, sensor] }, "entries.1.productId"],
    [
      "an unknown product",
      { ...tariff, entries: [sensor, { ...sensor, productId: "none" }] },
      "entries.1.productId",
    ],
    ["a withdrawn product", { ...tariff, entries: [{ ...sensor, productId: "old" }] }, "entries.0.productId"],
    ["a negative price", { ...tariff, entries: [{ ...sensor, unitPrice: "-1" }] }, "entries.0.unitPrice"],
    [
      "a tier from nothing on",
      { ...tariff, entries: [{ ...sensor, tiers: [{ ...tier, minimumQuantity: "0.0" }] }] },
      "entries.0.tiers.0.minimumQuantity",
    ],
    [
      "a tier twice",
      { ...tariff, entries: [{ ...sensor, tiers: [tier, { ...tier, minimumQuantity: "5.0" }] }] },
      "entries.0.tiers.1",
    ],
  ])("refuses %s and stores nothing", async (_, input, argument) => {
    await using catalogue = await openCatalogue(...assortment());
    const { errors } = await catalogue.ask(pricing, publish, { input });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: "BAD_USER_INPUT", argument: `input.${argument}` },
    ]);
    const r = [{ __typename: "Organization", id: "fabrica" }];
    const query =
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { priceLists { id } } } }";
    expect((await catalogue.ask(pricing, query, { r })).data).toEqual({ _entities: [{ priceLists: [] }] });
  });

  test("places a list under an agreement of its seller and its buyer", async () => {
    await using catalogue = await openCatalogueUnder(signed(), ...assortment());
    const input = { ...negotiated, agreementId: "fabrica-integra" };
    const asked = publish.replace("seller", "agreement { id } seller");
    const { data } = await catalogue.ask(pricing, asked, { input });
    expect(data).toMatchObject({ publishPriceList: { agreement: { id: "fabrica-integra" } } });
  });

  test.each([
    ["absent", { ...negotiated, agreementId: "fabrica-nobody" }],
    ["the seller's with another buyer", { ...negotiated, agreementId: "fabrica-rivalis" }],
    ["of other companies", { ...negotiated, agreementId: "integra-boulange" }],
    ["of other companies, for a tariff", { ...tariff, agreementId: "integra-boulange" }],
  ])("answers the same for an agreement that is %s", async (_, input) => {
    await using catalogue = await openCatalogueUnder(signed(), ...assortment());
    const answer = await catalogue.ask(pricing, publish, { input });
    const message = '"input.agreementId" is not a signed agreement between seller and buyer.';
    expect(answer).toMatchObject({
      data: { publishPriceList: null },
      errors: [{ message, extensions: { code: "BAD_USER_INPUT", argument: "input.agreementId" } }],
    });
  });

  test("does not price another manufacturer's product", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const { errors } = await catalogue.ask(at("rohstoff", "pricing"), publish, { input: tariff });
    expect(errors).toMatchObject([{ extensions: { argument: "input.entries.0.productId" } }]);
  });
});

import { type Flip, flipHidden, tablesWithSecrets, nothingAgreedBy } from "@maillon/subgraph-kit/testing";
import { catalogue as subgraph } from "./subgraph.ts";
import { assortment, at, claire, companies, openCatalogue, priceLists } from "./testing/example-chain.ts";

const FLIPS: readonly Flip[] = [
  { table: "product_cost", dataClass: "PRICE_COST", set: "amount = amount + 1" },
  {
    table: "price_list",
    dataClass: "PRICE_SUPPLY",
    set: "currency_code = 'USD', valid_from = valid_from - interval '1 day'",
  },
  {
    table: "price",
    dataClass: "PRICE_SUPPLY",
    set: "unit_price = unit_price + 1, prior_price = 1",
    key: "this.price_list_id || ' ' || this.product_id",
  },
];

test("of every table with secrets some are changed", () => {
  expect([...new Set(FLIPS.map(({ table }) => table))].toSorted()).toEqual(tablesWithSecrets(subgraph));
});

/** Every list, with every filter, a page at a time: what is left out shows in lengths, orders and cursors. */
const ASK = `query ($r: [_Any!]!) {
  all: products { ...page } first: products(first: 1) { ...page } found: products(search: "sensor") { ...page }
  priced: products(search: "88") { ...page } shelf: products(category: "devices") { ...page }
  ${["tariff", "for-integra", "for-rivalis", "for-nantes"]
    .map((id, place) => `l${place}: priceList(id: "${id}") { ...list }`)
    .join(" ")}
  _entities(representations: $r) { ... on Organization { priceLists { ...list } } }
}
fragment page on ProductConnection {
  pageInfo { hasNextPage endCursor }
  nodes { id name unitCost { amount } supplyPrice { unitPrice { amount } priorPrice { amount } priceList { id } } }
}
fragment list on PriceList {
  id currencyCode validFrom
  entries(first: 1) { pageInfo { hasNextPage endCursor } nodes { unitPrice { amount } priorPrice { amount } } }
}`;

const r = ["fabrica", "integra", "rivalis", "vega"].map((id) => ({ __typename: "Organization", id }));

test.each([
  ["a buyer", at("integra")],
  ["a rival", at("rivalis")],
  ["a retailer", at("vega")],
  ["another manufacturer", at("rohstoff")],
  ["a regulator", at("autorite")],
  ["a stranger", at("etrangere")],
  ["a consumer", claire],
])("what %s may not read of the catalogue changes no byte of the answers", async (_, viewer) => {
  await using catalogue = await openCatalogue(...assortment(), ...priceLists());
  const before = await catalogue.ask(viewer, ASK, { r });
  expect(before.errors).toBeUndefined();
  const worn = { subgraph, opened: catalogue, agreements: nothingAgreedBy(companies) };
  expect(await flipHidden(worn, viewer, FLIPS)).toBeGreaterThan(FLIPS.length);
  expect(await catalogue.ask(viewer, ASK, { r })).toEqual(before);
});

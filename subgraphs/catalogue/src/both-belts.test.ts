import {
  beltedTypes,
  bothBelts,
  entityWay,
  objectsFound,
  nothingAgreedBy,
} from "@maillon/subgraph-kit/testing";
import { catalogue } from "./subgraph.ts";
import { assortment, at, claire, companies, openCatalogue, priceLists } from "./testing/example-chain.ts";

const VIEWERS = [
  ...(["fabrica", "rohstoff", "integra", "rivalis", "vega", "nantes", "autorite", "etrangere"] as const).map(
    (company) => at(company),
  ),
  claire,
];

const LISTS = ["tariff", "for-integra", "for-rivalis", "for-nantes"];

const WAYS = {
  Product: entityWay("Product", ["sensor", "valve", "draft", "old"]),
  PriceList: entityWay("PriceList", LISTS),
  Price: entityWay("PriceList", LISTS, (facts) => `entries { nodes { ${facts} } }`),
};

test("every type that both belts decide on is compared", () => {
  expect(Object.keys(WAYS).toSorted()).toEqual(beltedTypes(catalogue));
});

test("the gateway decides as the masks do", async () => {
  await using opened = await openCatalogue(...assortment(), ...priceLists());
  const agreements = nothingAgreedBy(companies);
  const { owner, gateway } = await bothBelts({ subgraph: catalogue, opened, agreements }, VIEWERS, WAYS);
  expect(gateway).toEqual(owner);
  expect(objectsFound(owner)).toBeGreaterThan(VIEWERS.length);
});

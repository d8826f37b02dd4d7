import { beltedTypes, bothBelts, nothingAgreedBy } from "@maillon/subgraph-kit/testing";
import { catalogue } from "./subgraph.ts";
import { assortment, at, claire, companies, openCatalogue, priceLists } from "./testing/example-chain.ts";

const VIEWERS = [
  ...(["fabrica", "rohstoff", "integra", "rivalis", "vega", "nantes", "autorite", "etrangere"] as const).map(
    (company) => at(company),
  ),
  claire,
];

const entities = (type: string, ids: readonly string[], fields = (facts: string) => facts) => ({
  query: (facts: string) =>
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields(facts)} } } }`,
  variables: { r: ids.map((id) => ({ __typename: type, id })) },
});

const LISTS = ["tariff", "for-integra", "for-rivalis", "for-nantes"];

const WAYS = {
  Product: entities("Product", ["sensor", "valve", "draft", "old"]),
  PriceList: entities("PriceList", LISTS),
  Price: entities("PriceList", LISTS, (facts) => `entries { nodes { ${facts} } }`),
};

test("every type that both belts decide on is compared", () => {
  expect(Object.keys(WAYS).toSorted()).toEqual(beltedTypes(catalogue));
});

test("the gateway decides as the masks do", async () => {
  await using opened = await openCatalogue(...assortment(), ...priceLists());
  const agreements = nothingAgreedBy(companies);
  const compare = await bothBelts({ subgraph: catalogue, opened, agreements });
  let found = 0;
  for (const viewer of VIEWERS) {
    for (const [type, way] of Object.entries(WAYS)) {
      const { owner, gateway } = await compare({ type, viewer, ...way });
      expect({ type, viewer, readable: gateway }).toEqual({ type, viewer, readable: owner });
      found += owner.length;
    }
  }
  expect(found).toBeGreaterThan(VIEWERS.length);
});

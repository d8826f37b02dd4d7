import { declaredFacts, nothingAgreedBy } from "@maillon/subgraph-kit/testing";
import { catalogue } from "../subgraph.ts";
import {
  assortment,
  at,
  companies,
  type CompanyName,
  openCatalogue,
  priceLists,
} from "../testing/example-chain.ts";

const { selectionOf, readableOn } = declaredFacts(catalogue, nothingAgreedBy(companies));

const ASK = `{ products { nodes { supplyPrice { ${selectionOf("SupplyPrice")}
  list: priceList { ${selectionOf("PriceList")} entries { nodes { ${selectionOf("Price")} } } } } } } }`;

interface Shown {
  readonly list: { readonly entries: { readonly nodes: readonly unknown[] } };
}

test.each<[who: string, company: CompanyName]>([
  ["the buyer of a list", "integra"],
  ["a retailer, to whom the general tariff is due", "vega"],
  ["an administration with a list by award", "nantes"],
])(
  "the declared parties of prices let %s read every price that is given to it, and no outsider",
  async (_, company) => {
    await using opened = await openCatalogue(...assortment(), ...priceLists());
    const { data, errors } = await opened.ask(at(company), ASK);
    expect(errors).toBeUndefined();
    const { products } = data as unknown as { products: { nodes: { supplyPrice: Shown | null }[] } };
    const shown = products.nodes.flatMap(({ supplyPrice }) => supplyPrice ?? []);
    const readable = (type: string, values: unknown) =>
      readableOn({ type, values }, at(company), ["PRICE_SUPPLY"]).length > 0;
    expect(shown.length).toBeGreaterThan(0);
    for (const price of shown) {
      expect(readable("SupplyPrice", price)).toBe(true);
      expect(readable("PriceList", price.list)).toBe(true);
      expect(price.list.entries.nodes.map((each) => readable("Price", each))).not.toContain(false);
    }
    const readByOutsider = shown.filter((values) =>
      readableOn({ type: "SupplyPrice", values }, at("boulange"), ["PRICE_SUPPLY"]).includes("PRICE_SUPPLY"),
    );
    expect(readByOutsider).toEqual([]);
  },
);

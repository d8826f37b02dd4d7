import type { Viewer } from "@maillon/schema";
import { type AgreementsInForce, inForce, ledger } from "@maillon/schema/policy";
import { ledgerWith, NOW } from "@maillon/schema/testing";
import { nothingAgreedBy, openTestSubgraph } from "@maillon/subgraph-kit/testing";
import type { TestSubgraph } from "@maillon/subgraph-kit/testing";
import { Category } from "../category/category.ts";
import { Company } from "../company/company.ts";
import type { PriceListKind } from "../price-list/price-list-kind.ts";
import { PriceList } from "../price-list/price-list.ts";
import type { TierTerms } from "../price-list/price-tier.ts";
import { Price } from "../price-list/price.ts";
import { ProductCost } from "../product/product-cost.ts";
import type { ProductRow } from "../product/product.ts";
import { Product } from "../product/product.ts";
import { catalogue } from "../subgraph.ts";

/** The companies of the tests, as far as the catalogue knows them. */
export const companies = {
  fabrica: ["MANUFACTURER"],
  rohstoff: ["MANUFACTURER"],
  integra: ["INTEGRATOR", "DISTRIBUTOR"],
  rivalis: ["INTEGRATOR"],
  vega: ["RETAILER"],
  boulange: ["END_BUSINESS"],
  nantes: ["ADMINISTRATION"],
  autorite: ["REGULATOR"],
} as const;

export type CompanyName = keyof typeof companies | "etrangere";

/** Someone with a role at a company; in the tests the id of a company is its name. */
export function at(company: CompanyName, ...roles: string[]): Viewer {
  return { kind: "company", organization: company, roles, subject: `someone at ${company}` };
}

/** A consumer, who is no company. */
export const claire: Viewer = { kind: "consumer", customers: ["cus_vega_claire"], subject: "claire" };

/** A product of Fabrica that is on sale, unless told otherwise. */
export function product(id: string, changes: Partial<ProductRow> = {}): Product {
  return Product.of({
    id,
    manufacturerId: "fabrica",
    sku: id.toUpperCase(),
    gtin: null,
    name: `Product ${id}`,
    description: null,
    brand: null,
    kind: "FINISHED_GOOD",
    status: "ACTIVE",
    categoryId: null,
    unit: "C62",
    retailPrice: null,
    retailCurrency: null,
    updatedAt: new Date("2026-01-01T00:00:00Z"),
    ...changes,
  });
}

interface ListTerms {
  readonly kind?: PriceListKind;
  readonly buyer?: CompanyName;
  readonly seller?: CompanyName;
  readonly from?: string;
  readonly until?: string;
  readonly currency?: string;
}

/** A list of Fabrica in euro, in force since 2020, unless told otherwise. */
export function list(id: string, terms: ListTerms = {}): PriceList {
  const { buyer, seller = "fabrica", from = "2020-01-01", until, currency = "EUR" } = terms;
  const { kind = buyer === undefined ? "GENERAL_TARIFF" : "NEGOTIATED" } = terms;
  return PriceList.of({
    id,
    kind,
    sellerId: seller,
    buyerId: buyer ?? null,
    agreementId: buyer === undefined ? null : `agreement of ${id}`,
    currencyCode: currency,
    validFrom: new Date(from),
    validUntil: until === undefined ? null : new Date(until),
  });
}

/** The price of a product on a list. */
export function price(
  priceListId: string,
  productId: string,
  terms: { amount: string; tiers?: TierTerms[] },
): Price {
  const { amount, tiers = [] } = terms;
  return Price.of({ priceListId, productId, amount, priorAmount: null, terms: tiers });
}

/** A catalogue with the companies and the given rows, for one test. */
export async function openCatalogue(...rows: object[][]): Promise<TestSubgraph> {
  return openCatalogueUnder(nothingAgreedBy(companies), ...rows);
}

/** The signed agreements of the chain without a clause, such as `fabrica-integra`. */
export const signed = (): AgreementsInForce =>
  inForce(ledger.parse(JSON.parse(JSON.stringify(ledgerWith()).replaceAll("org_conforma_", ""))), NOW);

/** The same while agreements are in force. */
export async function openCatalogueUnder(
  agreements: AgreementsInForce,
  ...rows: object[][]
): Promise<TestSubgraph> {
  const opened = await openTestSubgraph(catalogue, { agreements: () => agreements });
  await opened.store(Object.entries(companies).map(([id, roles]) => Company.of({ id, roles: [...roles] })));
  for (const group of rows) await opened.store(group);
  return opened;
}

/** A small assortment: a sensor and a valve on sale, a draft and a withdrawn product, with costs. */
export function assortment(): object[][] {
  return [
    [Category.of({ id: "devices", name: "Devices", gpcBrick: null, parentId: null })],
    [Category.of({ id: "sensors", name: "Sensors", gpcBrick: "10005844", parentId: "devices" })],
    [
      product("sensor", {
        name: "Humidity sensor",
        categoryId: "sensors",
        retailPrice: "129.90",
        retailCurrency: "EUR",
      }),
      product("valve", {
        name: "Valve",
        gtin: "4006381333931",
        description: "For 100% humidity_proof pipes",
      }),
      product("draft", { name: "Draft", status: "DRAFT" }),
      product("old", { name: "Old sensor", status: "WITHDRAWN" }),
    ],
    [ProductCost.of({ id: "sensor", manufacturerId: "fabrica", amount: "41.2015", currencyCode: "EUR" })],
  ];
}

/** Fabrica's general tariff, different lists for Integra and Rivalis, and one that Nantes was awarded. */
export function priceLists(): object[][] {
  return [
    [
      list("tariff"),
      list("for-integra", { buyer: "integra" }),
      list("for-rivalis", { buyer: "rivalis" }),
      list("for-nantes", { buyer: "nantes", kind: "PUBLIC_MARKET" }),
    ],
    [
      price("tariff", "sensor", { amount: "100" }),
      price("tariff", "valve", { amount: "20" }),
      price("for-integra", "sensor", {
        amount: "80.5025",
        tiers: [
          { minimumQuantity: "100", minimumCommitmentMonths: 0, partnership: "NONE", unitPrice: "75" },
          { minimumQuantity: "100", minimumCommitmentMonths: 24, partnership: "INTEGRATOR", unitPrice: "70" },
        ],
      }),
      price("for-rivalis", "sensor", { amount: "88" }),
      price("for-nantes", "sensor", { amount: "95" }),
    ],
  ];
}

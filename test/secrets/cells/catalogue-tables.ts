import type { Facts } from "@maillon/schema/visibility";
import type { Row } from "../chain/store.ts";
import {
  change,
  earlier,
  ifPresent,
  later,
  newText,
  oneOf,
  otherCompany,
  otherPartner,
  otherRow,
  timesAsLarge,
} from "./changes.ts";
import { present, rowWith, type SecretTable } from "./secret-table.ts";

/** Those who buy to sell on, to whom a general tariff is due (Code de commerce, L441-1). */
const RESELLERS = ["DISTRIBUTOR", "INTEGRATOR", "RESELLER", "RETAILER"];

function factsOf(list: Row): Facts {
  return {
    owner: present(list["seller_id"]),
    seller: present(list["seller_id"]),
    buyer: present(list["buyer_id"]),
    category: list["kind"] === "GENERAL_TARIFF" ? RESELLERS : [],
    agreement: present(list["agreement_id"]),
  };
}

const DRAFT = ["CATALOG_RESTRICTED"] as const;

/** Public, save those that their manufacturer still prepares: whatever is agreed, they are nobody else's to know of. */
const product: SecretTable = {
  name: "catalogue.product",
  key: ["id"],
  rows: "CATALOG_RESTRICTED",
  // As if it were an offer of nobody's to the manufacturer alone: what companies grant of their own does not reach it.
  facts: (row) => ({
    owner: ["nobody"],
    buyer: present(row["manufacturer_id"]),
    published: row["status"] !== "DRAFT",
  }),
  children: {},
  parts: {
    manufacturer: { classes: DRAFT, fact: true, change: otherCompany("manufacturer_id") },
    sku: { classes: DRAFT, change: newText("sku") },
    gtin: { classes: DRAFT, change: newText("gtin") },
    name: { classes: DRAFT, change: newText("name") },
    description: { classes: DRAFT, change: newText("description") },
    brand: { classes: DRAFT, change: newText("brand") },
    kind: { classes: DRAFT, change: oneOf("kind", ["SERVICE", "SOFTWARE", "COMPONENT"]) },
    category: { classes: DRAFT, change: otherRow("category_id", "catalogue.category") },
    unit: { classes: DRAFT, change: oneOf("unit", ["MON", "HUR", "KGM"]) },
    retailPrice: { classes: DRAFT, change: timesAsLarge("retail_price") },
    retailCurrency: { classes: DRAFT, change: ifPresent(oneOf("retail_currency", ["USD", "CHF"])) },
    updatedAt: { classes: DRAFT, change: later("updated_at") },
  },
  untouched: { status: "Whoever may not know of a draft would see it with any other status." },
};

const cost: SecretTable = {
  name: "catalogue.product_cost",
  key: ["id"],
  rows: "PRICE_COST",
  facts: (row) => ({ owner: present(row["manufacturer_id"]), product: present(row["id"]) }),
  children: {},
  parts: {
    amount: { classes: ["PRICE_COST"], change: timesAsLarge("amount") },
    currency: { classes: ["PRICE_COST"], change: oneOf("currency_code", ["USD", "CHF"]) },
    manufacturer: { classes: ["PRICE_COST"], fact: true, change: otherCompany("manufacturer_id") },
  },
};

const list: SecretTable = {
  name: "catalogue.price_list",
  key: ["id"],
  rows: "PRICE_SUPPLY",
  facts: factsOf,
  children: { "catalogue.price": "price_list_id" },
  parts: {
    // The database holds that a general tariff names no buyer and every other list one.
    kind: {
      classes: ["PRICE_SUPPLY"],
      change: change(["kind"], (row, ...rest) =>
        row["buyer_id"] === null
          ? undefined
          : oneOf("kind", ["NEGOTIATED", "PUBLIC_MARKET"]).of(row, ...rest),
      ),
    },
    currency: { classes: ["PRICE_SUPPLY"], change: oneOf("currency_code", ["USD", "CHF"]) },
    seller: { classes: ["PRICE_SUPPLY"], fact: true, change: otherPartner("seller_id", "buyer_id") },
    validFrom: { classes: ["PRICE_SUPPLY"], change: earlier("valid_from") },
    validUntil: { classes: ["PRICE_SUPPLY"], change: later("valid_until") },
    buyer: {
      classes: ["PRICE_SUPPLY"],
      fact: true,
      change: otherPartner("buyer_id", "seller_id"),
    },
    agreement: {
      classes: ["PRICE_SUPPLY"],
      fact: true,
      change: otherRow("agreement_id", "compliance.agreement"),
    },
  },
};

const price: SecretTable = {
  name: "catalogue.price",
  key: ["price_list_id", "product_id"],
  rows: "PRICE_SUPPLY",
  facts: (row, world) => ({
    ...factsOf(rowWith(world, list.name, row["price_list_id"])),
    product: present(row["product_id"]),
  }),
  children: {},
  parts: {
    unitPrice: { classes: ["PRICE_SUPPLY"], change: timesAsLarge("unit_price") },
    priorPrice: { classes: ["PRICE_SUPPLY"], change: timesAsLarge("prior_price") },
    tiers: {
      classes: ["PRICE_SUPPLY"],
      change: change(["tiers"], (_row, dice) => ({
        tiers: [
          {
            minimumQuantity: "1",
            minimumCommitmentMonths: 0,
            partnership: "NONE",
            unitPrice: String(1 + dice.below(50)),
          },
        ],
      })),
    },
  },
};

/** What of the catalogue's operator is secret. */
export const CATALOGUE_TABLES: readonly SecretTable[] = [product, cost, list, price];

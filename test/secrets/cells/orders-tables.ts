import type { Facts } from "@maillon/schema/visibility";
import type { Row } from "../chain/store.ts";
import {
  change,
  earlier,
  farBehind,
  ifPresent,
  listOf,
  newText,
  oneOf,
  otherCompany,
  otherPartner,
  otherRow,
  timesAsLarge,
  together,
} from "./changes.ts";
import { isPublic } from "./open-columns.ts";
import { present, rowWith, type SecretTable, texts } from "./secret-table.ts";

const ORDER_STATES = ["OPEN", "CONFIRMED", "COMPLETE", "CANCELLED", "REJECTED", "AWAITING_APPROVAL"];
/**
 * An intermediary of B2B2B sells on, in B2B2C it only brought the customer in; a brand sells to consumers
 * under its name.
 */
function factsOf(order: Row): Facts {
  const { seller_id: seller, buyer_id: buyer, customer_id: customer, intermediary_id: via } = order;
  const toConsumers = order["model"] === "B2B2C";
  return {
    owner: present(seller),
    seller: toConsumers ? present(seller) : present(seller, via),
    buyer: present(buyer),
    via: present(via),
    brand: toConsumers ? present(order["sold_under_brand_of_id"]) : [],
    subject: present(customer),
    agreement: present(order["agreement_id"]),
    territory: present(order["destination"]),
  };
}

const order: SecretTable = {
  name: "orders.trade_order",
  key: ["id"],
  rows: "TRADE_CORE",
  // A company that buys is no person, whose identity would need a lawful basis to be shown.
  facts: (row) => ({ ...factsOf(row), basis: row["buyer_id"] ? ["NOT_PERSONAL"] : [] }),
  children: { "orders.order_line": "order_id", "orders.shipment": "order_id" },
  parts: {
    number: { classes: ["TRADE_CORE"], change: newText("number") },
    state: { classes: ["TRADE_CORE"], change: oneOf("state", ORDER_STATES) },
    channel: { classes: ["TRADE_CORE"], change: oneOf("channel", ["ONLINE", "PHONE", "STORE", null]) },
    purchaseOrderNumber: { classes: ["TRADE_CORE"], change: newText("purchase_order_number") },
    currency: { classes: ["TRADE_CORE"], change: oneOf("currency_code", ["USD", "CHF", "GBP"]) },
    commitment: { classes: ["TRADE_CORE"], change: oneOf("commitment", ["P12M", "P24M", "P36M", null]) },
    placedAt: { classes: ["TRADE_CORE"], change: earlier("placed_at") },
    seller: { classes: ["TRADE_CORE"], fact: true, change: otherPartner("seller_id", "buyer_id") },
    intermediary: {
      classes: ["TRADE_CORE"],
      fact: true,
      change: otherCompany("intermediary_id", { orNone: true }),
    },
    brand: {
      classes: ["TRADE_CORE"],
      fact: true,
      change: otherCompany("sold_under_brand_of_id", { orNone: true }),
    },
    model: { classes: ["TRADE_CORE"], fact: true, change: oneOf("model", ["B2B", "B2B2B", "B2B2C", "B2A"]) },
    destination: { classes: ["TRADE_CORE"], fact: true, change: oneOf("destination", ["DE", "ES", "FR"]) },
    buyer: {
      classes: ["CUSTOMER_EXISTENCE", "CUSTOMER_IDENTITY"],
      fact: true,
      change: otherPartner("buyer_id", "seller_id"),
    },
    customer: {
      classes: ["CUSTOMER_EXISTENCE"],
      fact: true,
      change: ifPresent(otherRow("customer_id", "customers.customer")),
    },
    agreement: {
      classes: ["AGREEMENT_EXISTENCE"],
      fact: true,
      change: otherRow("agreement_id", "compliance.agreement"),
    },
    total: { classes: ["TRADE_AMOUNT"], change: timesAsLarge("total_amount") },
    tax: { classes: ["TRADE_AMOUNT"], change: timesAsLarge("tax_amount") },
    paymentTerms: {
      classes: ["TRADE_AMOUNT"],
      change: change(["agreed_terms"], (_row, dice) => ({
        agreed_terms: { netDays: dice.below(90), endOfMonth: true },
      })),
    },
    incoterm: {
      classes: ["LOGISTICS"],
      change: oneOf("incoterm", ["DAP", "DDP", "EXW", "FCA", "CIP", null]),
    },
    requestedDeliveryAt: { classes: ["LOGISTICS"], change: earlier("requested_delivery_at") },
    // The buyer's own name for the request that placed it.
    request: {
      classes: ["CUSTOMER_EXISTENCE"],
      change: together(newText("idempotency_key"), newText("request_hash")),
    },
  },
};

const line: SecretTable = {
  name: "orders.order_line",
  key: ["id"],
  rows: "TRADE_CORE",
  facts: (row, world) => ({
    ...factsOf(rowWith(world, order.name, row["order_id"])),
    product: present(row["product_id"]),
  }),
  children: {},
  parts: {
    product: { classes: ["TRADE_CORE"], fact: true, change: otherRow("product_id", "catalogue.product") },
    unit: { classes: ["TRADE_CORE"], change: oneOf("unit", ["C62", "MON", "HUR", "KGM"]) },
    position: { classes: ["TRADE_CORE"], change: farBehind("position") },
    unitPrice: { classes: ["TRADE_AMOUNT"], change: timesAsLarge("unit_amount", "total_amount") },
    // The database holds price × quantity × (100 − discount) = 100 × total.
    discount: {
      classes: ["TRADE_AMOUNT"],
      change: change(["discount", "total_amount"], () => ({ discount: "100", total_amount: "0" })),
    },
    // Whoever may not know of the line reads no amount of it either.
    quantity: {
      classes: ["TRADE_CORE"],
      change: together(
        timesAsLarge("quantity"),
        change(["unit_amount", "total_amount"], () => ({ unit_amount: "0", total_amount: "0" })),
      ),
    },
  },
  untouched: { order_id: "The order that the line is a part of; lines go with it when it vanishes." },
};

const shipment: SecretTable = {
  name: "orders.shipment",
  key: ["id"],
  rows: "LOGISTICS",
  facts: (row, world) => ({
    ...factsOf(rowWith(world, order.name, row["order_id"])),
    owner: present(row["seller_id"]),
    seller: present(row["seller_id"]),
    brand: [],
    carrier: present(row["carrier_id"]),
    payer: present(row["freight_payer_id"]),
  }),
  children: {},
  parts: {
    position: { classes: ["LOGISTICS"], change: farBehind("position") },
    state: { classes: ["LOGISTICS"], change: oneOf("state", ["PENDING", "READY", "SHIPPED", "DELAYED"]) },
    seller: { classes: ["LOGISTICS"], fact: true, change: otherCompany("seller_id") },
    carrier: { classes: ["LOGISTICS"], fact: true, change: otherCompany("carrier_id", { orNone: true }) },
    trackingNumber: { classes: ["LOGISTICS"], change: newText("tracking_number") },
    promisedAt: { classes: ["LOGISTICS"], change: earlier("promised_at") },
    shippedAt: { classes: ["LOGISTICS"], change: earlier("shipped_at") },
    deliveredAt: { classes: ["LOGISTICS"], change: earlier("delivered_at") },
    cost: { classes: ["LOGISTICS_COST"], change: timesAsLarge("cost_amount") },
    costCurrency: {
      classes: ["LOGISTICS_COST"],
      change: ifPresent(oneOf("cost_currency", ["USD", "CHF", "GBP"])),
    },
    freightPayer: { classes: ["LOGISTICS_COST"], fact: true, change: otherCompany("freight_payer_id") },
  },
  untouched: { order_id: "The order that the shipment is a part of; shipments go with it when it vanishes." },
};

const offer: SecretTable = {
  name: "orders.offer",
  key: ["id"],
  rows: "CATALOG_RESTRICTED",
  facts: (row) => ({
    owner: present(row["seller_id"]),
    seller: present(row["seller_id"]),
    buyer: texts(row["audience"]),
    product: present(row["product_id"]),
    published: row["published"] === true,
    territory: texts(row["territories"]),
  }),
  children: {},
  parts: {
    price: { classes: ["PRICE_RESALE"], change: timesAsLarge("price_amount") },
    // The database holds that no price was reduced where there is none.
    priorPrice: {
      classes: ["PRICE_RESALE"],
      change: change(["prior_amount"], (row, dice) =>
        row["price_amount"] === null ? undefined : { prior_amount: String(1 + dice.below(900)) },
      ),
    },
    currency: {
      classes: ["PRICE_RESALE"],
      change: ifPresent(oneOf("currency_code", ["USD", "CHF", "GBP"])),
    },
    // Once it is published everybody sees it: that is no change that nobody could tell.
    published: { classes: ["CATALOG_RESTRICTED"], fact: true, change: oneOf("published", [true, false]) },
    audience: {
      classes: ["CATALOG_RESTRICTED"],
      fact: true,
      change: change(["audience"], (row, ...rest) => {
        const added = otherCompany("seller_id").of(row, ...rest)?.["seller_id"];
        return { audience: [...new Set([...texts(row["audience"]), ...present(added)])] };
      }),
    },
    territories: {
      classes: ["CATALOG_RESTRICTED"],
      fact: true,
      change: listOf("territories", ["DE", "ES", "FR"]),
    },
    stock: { classes: ["CATALOG_RESTRICTED"], change: timesAsLarge("stock") },
    available: { classes: ["CATALOG_RESTRICTED"], change: oneOf("available", [true, false]) },
    leadTime: { classes: ["CATALOG_RESTRICTED"], change: oneOf("lead_time", ["P1D", "P9D", null]) },
    unit: { classes: ["CATALOG_RESTRICTED"], change: oneOf("unit", ["C62", "MON"]) },
    seller: { classes: ["CATALOG_RESTRICTED"], fact: true, change: otherCompany("seller_id") },
    product: {
      classes: ["CATALOG_RESTRICTED"],
      fact: true,
      change: otherRow("product_id", "catalogue.product"),
    },
  },
};

const award: SecretTable = {
  name: "orders.award",
  key: ["id"],
  rows: "PUBLIC",
  facts: (row) => ({
    owner: present(row["buyer_id"]),
    seller: texts(row["holder_ids"]),
    buyer: present(row["buyer_id"]),
  }),
  parts: { order: { classes: ["TRADE_CORE"], change: otherRow("order_id", order.name) } },
  untouched: isPublic(
    ["buyer_id", "holder_ids", "object", "cpv", "procedure", "total_amount", "currency_code"],
    ["duration_months", "notified_at", "published_at", "bids_received"],
  ),
};

/** What of the orders' operator is secret. */
export const ORDERS_TABLES: readonly SecretTable[] = [order, line, shipment, offer, award];

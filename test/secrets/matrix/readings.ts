import type { DataClass, SubgraphName } from "@maillon/schema";
import { rowsIn, rowWith } from "../cells/secret-table.ts";
import type { Row, World } from "../chain/store.ts";

/** An object that has to be passed on the way to a row, and what that takes. */
export interface Passage {
  readonly table: string;
  /** The column of the row that holds the object's id. */
  readonly by: string;
  readonly classes: readonly DataClass[];
}

/** How the rows of a table are read through the endpoint. */
export interface Reading {
  readonly table: string;
  readonly operator: SubgraphName;
  /** What it takes that the object is there at all, where that is another class than the table's own. */
  readonly object?: DataClass;
  /** The root field that leads to a row, if any does, and the fields on the way from there. */
  readonly root: (row: Row, world: World) => string | undefined;
  readonly way?: readonly string[];
  readonly past?: Passage;
  /** Columns of the matrix to which the operator tells none of the rows, whatever the matrix would allow. */
  readonly silentTo?: readonly string[];
  /** What tells a row from the others in a list, as parts do. */
  readonly key?: Parts;
  /** By part: what to select of the row, and the column that it must show. */
  readonly parts: Parts;
}

/** By name: a selection, and the column that it shows. */
export type Parts = Readonly<Record<string, readonly [selection: string, column: string]>>;

/** What tells most rows from each other. */
export const ID: Parts = { id: ["id", "id"] };

const byId = (field: string, column: string) => (row: Row) => `${field}(id: ${JSON.stringify(row[column])})`;

/** A person is reached by her relation, an employee is not. */
const byRelation = ({ person_id: person }: Row, world: World) => {
  const relation = rowsIn(world, "customers.customer").find((each) => each["person_id"] === person);
  return relation && byId("customer", "id")(relation);
};

/** Of a product that is being prepared nobody else knows. */
const byProduct = (row: Row, world: World) =>
  rowWith(world, "catalogue.product", row["id"])["status"] === "DRAFT"
    ? undefined
    : byId("product", "id")(row);

/** Every part that can be asked for, by the table that holds it. */
export const READINGS: readonly Reading[] = [
  {
    operator: "orders",
    table: "orders.trade_order",
    root: byId("order", "id"),
    parts: {
      number: ["number", "number"],
      state: ["state", "state"],
      channel: ["channel", "channel"],
      purchaseOrderNumber: ["purchaseOrderNumber", "purchase_order_number"],
      commitment: ["commitment", "commitment"],
      placedAt: ["placedAt", "placed_at"],
      seller: ["seller { id }", "seller_id"],
      intermediary: ["intermediary { id }", "intermediary_id"],
      brand: ["soldUnderBrandOf { id }", "sold_under_brand_of_id"],
      model: ["model", "model"],
      buyer: ["buyer { id }", "buyer_id"],
      customer: ["customer { id }", "customer_id"],
      agreement: ["agreement { id }", "agreement_id"],
      destination: ["destination", "destination"],
      total: ["total { amount }", "total_amount"],
      tax: ["tax { amount }", "tax_amount"],
      incoterm: ["incoterm", "incoterm"],
      requestedDeliveryAt: ["requestedDeliveryAt", "requested_delivery_at"],
    },
  },
  {
    operator: "orders",
    table: "orders.order_line",
    root: byId("order", "order_id"),
    way: ["lines"],
    parts: {
      product: ["product { id }", "product_id"],
      unit: ["unit", "unit"],
      quantity: ["quantity", "quantity"],
      unitPrice: ["unitPrice { amount }", "unit_amount"],
    },
  },
  {
    operator: "orders",
    table: "orders.shipment",
    root: byId("order", "order_id"),
    way: ["shipments"],
    past: { table: "orders.trade_order", by: "order_id", classes: ["TRADE_CORE", "LOGISTICS"] },
    parts: {
      state: ["state", "state"],
      carrier: ["carrier { id }", "carrier_id"],
      trackingNumber: ["trackingNumber", "tracking_number"],
      promisedAt: ["promisedAt", "promised_at"],
      shippedAt: ["shippedAt", "shipped_at"],
      deliveredAt: ["deliveredAt", "delivered_at"],
      cost: ["cost { amount }", "cost_amount"],
    },
  },
  {
    operator: "orders",
    table: "orders.offer",
    root: byId("product", "product_id"),
    way: ["offers"],
    parts: {
      price: ["price { amount }", "price_amount"],
      priorPrice: ["priorPrice { amount }", "prior_amount"],
      stock: ["stock", "stock"],
      available: ["available", "available"],
      leadTime: ["leadTime", "lead_time"],
      unit: ["unit", "unit"],
      seller: ["seller { id }", "seller_id"],
    },
  },
  {
    operator: "orders",
    table: "orders.award",
    root: byId("award", "id"),
    parts: { order: ["order { id }", "order_id"] },
  },
  {
    operator: "catalogue",
    table: "catalogue.product_cost",
    object: "PUBLIC",
    root: byProduct,
    parts: { amount: ["unitCost { amount }", "amount"] },
  },
  {
    operator: "catalogue",
    table: "catalogue.price_list",
    root: byId("priceList", "id"),
    parts: {
      currency: ["currencyCode", "currency_code"],
      validFrom: ["validFrom", "valid_from"],
      validUntil: ["validUntil", "valid_until"],
      buyer: ["buyer { id }", "buyer_id"],
    },
  },
  {
    operator: "catalogue",
    table: "catalogue.price",
    root: byId("priceList", "price_list_id"),
    way: ["entries", "nodes"],
    key: { product: ["product { id }", "product_id"] },
    parts: {
      unitPrice: ["unitPrice { amount }", "unit_price"],
      priorPrice: ["priorPrice { amount }", "prior_price"],
    },
  },
  {
    operator: "customers",
    table: "customers.customer",
    root: byId("customer", "id"),
    parts: {
      country: ["country", "country"],
      acquiredThrough: ["acquiredThrough { id }", "acquired_through_id"],
      organization: ["organization { id }", "organization_id"],
    },
  },
  {
    operator: "customers",
    table: "customers.customer_profile",
    object: "CUSTOMER_EXISTENCE",
    root: byId("customer", "customer_id"),
    parts: {
      stage: ["stage", "stage"],
      segments: ["segments", "segments"],
      loyaltyPoints: ["loyaltyPoints", "loyalty_points"],
    },
  },
  {
    operator: "customers",
    table: "customers.customer_holding",
    root: byId("customer", "customer_id"),
    way: ["holders"],
    key: { organization: ["organization { id }", "organization_id"] },
    parts: { since: ["since", "since"], role: ["role", "role"] },
  },
  {
    operator: "customers",
    table: "customers.consent",
    object: "CUSTOMER_EXISTENCE",
    root: byId("customer", "customer_id"),
    way: ["consents"],
    key: { purpose: ["purpose", "purpose"] },
    parts: { basis: ["basis", "basis"], at: ["at", "at"] },
  },
  {
    operator: "customers",
    table: "customers.person_identity",
    root: byRelation,
    way: ["person"],
    parts: {
      displayName: ["displayName", "display_name"],
      email: ["email", "email"],
      phone: ["phone", "phone"],
      locale: ["locale", "locale"],
    },
  },
  {
    operator: "customers",
    table: "customers.membership",
    root: byId("organization", "organization_id"),
    way: ["members"],
    key: { person: ["person { id }", "person_id"] },
    parts: { jobTitle: ["jobTitle", "job_title"], limit: ["approvalLimit { amount }", "limit_amount"] },
  },
  {
    operator: "customers",
    table: "customers.referent",
    root: byId("organization", "organization_id"),
    way: ["referents"],
    // Contacts are there for partners; the law lets a regulator know of the agreement, and that it reads.
    silentTo: ["regulator"],
    key: { person: ["person { id }", "person_id"], forPartner: ["forPartner { id }", "for_partner_id"] },
    parts: { scope: ["scope", "scope"] },
  },
  {
    operator: "compliance",
    table: "compliance.agreement",
    root: byId("agreement", "id"),
    parts: {
      model: ["model", "model"],
      validFrom: ["validFrom", "valid_from"],
      terminationReason: ["terminationReason", "termination_reason"],
      essence: ["essenceForDataSubjects", "essence_for_data_subjects"],
    },
  },
  {
    operator: "compliance",
    table: "compliance.agreement_party",
    root: byId("agreement", "agreement_id"),
    way: ["parties"],
    key: { organization: ["organization { id }", "organization_id"] },
    parts: { role: ["role", "role"], signedAt: ["signedAt", "signed_at"] },
  },
  {
    operator: "compliance",
    table: "compliance.agreement_signature",
    root: byId("agreement", "agreement_id"),
    way: ["signatures"],
    past: {
      table: "compliance.agreement",
      by: "agreement_id",
      classes: ["AGREEMENT_EXISTENCE", "DECISION"],
    },
    key: {
      organization: ["organization { id }", "organization_id"],
      signatory: ["signatory", "signatory"],
    },
    parts: { decision: ["decision", "decision"], at: ["at", "at"], person: ["person", "person"] },
  },
  {
    operator: "compliance",
    table: "compliance.disclosure_request",
    root: () => "disclosureRequests",
    key: ID,
    parts: { legalBasis: ["legalBasis", "legal_basis"], dataClasses: ["dataClasses", "data_classes"] },
  },
];

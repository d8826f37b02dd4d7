import { rowsIn, rowWith } from "../cells/secret-table.ts";
import type { Row, World } from "../chain/store.ts";
import { amounts, fields, ID, type Reading, references } from "./reading.ts";

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
      ...fields(
        "number state channel purchaseOrderNumber commitment placedAt model destination incoterm requestedDeliveryAt",
      ),
      ...references("seller intermediary buyer customer agreement"),
      ...amounts("total tax"),
      brand: ["soldUnderBrandOf { id }", "sold_under_brand_of_id"],
    },
  },
  {
    operator: "orders",
    table: "orders.order_line",
    root: byId("order", "order_id"),
    way: ["lines"],
    parts: {
      ...fields("unit quantity"),
      ...references("product"),
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
      ...fields("state trackingNumber promisedAt shippedAt deliveredAt"),
      ...references("carrier"),
      ...amounts("cost"),
    },
  },
  {
    operator: "orders",
    table: "orders.offer",
    root: byId("product", "product_id"),
    way: ["offers"],
    parts: {
      ...fields("stock available leadTime unit"),
      ...references("seller"),
      ...amounts("price"),
      priorPrice: ["priorPrice { amount }", "prior_amount"],
    },
  },
  {
    operator: "orders",
    table: "orders.award",
    root: byId("award", "id"),
    parts: references("order"),
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
      ...fields("validFrom validUntil"),
      ...references("buyer"),
      currency: ["currencyCode", "currency_code"],
    },
  },
  {
    operator: "catalogue",
    table: "catalogue.price",
    root: byId("priceList", "price_list_id"),
    way: ["entries", "nodes"],
    key: references("product"),
    parts: {
      unitPrice: ["unitPrice { amount }", "unit_price"],
      priorPrice: ["priorPrice { amount }", "prior_price"],
    },
  },
  {
    operator: "customers",
    table: "customers.customer",
    root: byId("customer", "id"),
    parts: { ...fields("country"), ...references("acquiredThrough organization") },
  },
  {
    operator: "customers",
    table: "customers.customer_profile",
    object: "CUSTOMER_EXISTENCE",
    root: byId("customer", "customer_id"),
    parts: fields("stage segments loyaltyPoints"),
  },
  {
    operator: "customers",
    table: "customers.customer_holding",
    root: byId("customer", "customer_id"),
    way: ["holders"],
    key: references("organization"),
    parts: fields("since role"),
  },
  {
    operator: "customers",
    table: "customers.consent",
    object: "CUSTOMER_EXISTENCE",
    root: byId("customer", "customer_id"),
    way: ["consents"],
    key: fields("purpose"),
    parts: fields("basis at"),
  },
  {
    operator: "customers",
    table: "customers.person_identity",
    root: byRelation,
    way: ["person"],
    parts: fields("displayName email phone locale"),
  },
  {
    operator: "customers",
    table: "customers.membership",
    root: byId("organization", "organization_id"),
    way: ["members"],
    key: references("person"),
    parts: { ...fields("jobTitle"), limit: ["approvalLimit { amount }", "limit_amount"] },
  },
  {
    operator: "customers",
    table: "customers.referent",
    root: byId("organization", "organization_id"),
    way: ["referents"],
    // As `schema/policies/matrix.md` reads it: contacts are there for partners.
    silentTo: ["regulator"],
    key: references("person forPartner"),
    parts: fields("scope"),
  },
  {
    operator: "compliance",
    table: "compliance.agreement",
    root: byId("agreement", "id"),
    parts: {
      ...fields("model validFrom terminationReason"),
      essence: ["essenceForDataSubjects", "essence_for_data_subjects"],
    },
  },
  {
    operator: "compliance",
    table: "compliance.agreement_party",
    root: byId("agreement", "agreement_id"),
    way: ["parties"],
    key: references("organization"),
    parts: fields("role signedAt"),
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
    key: { ...fields("signatory"), ...references("organization") },
    parts: fields("decision at person"),
  },
  {
    operator: "compliance",
    table: "compliance.disclosure_request",
    root: () => "disclosureRequests",
    key: ID,
    parts: fields("legalBasis dataClasses"),
  },
];

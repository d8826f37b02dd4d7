import agreements from "./examples/agreements.graphql?raw";
import awards from "./examples/awards.graphql?raw";
import customers from "./examples/customers.graphql?raw";
import disclosure from "./examples/disclosure.graphql?raw";
import orders from "./examples/orders.graphql?raw";
import prices from "./examples/prices.graphql?raw";

/** A question to begin with; its title is `text.example[key]`. */
export interface Example {
  readonly key: "prices" | "orders" | "customers" | "agreements" | "awards" | "disclosure";
  readonly query: string;
  readonly variables?: string;
}

const NEXT_MONTH = 30 * 86_400_000;

const requested = {
  input: {
    subjectId: "",
    legalBasis: "Code de commerce, L450-3",
    dataClasses: ["TRADE_CORE"],
    grantedUntil: new Date(Date.now() + NEXT_MONTH).toISOString().slice(0, 10),
  },
  id: "",
};

/** What a reader meets first. */
export const EXAMPLES: readonly Example[] = [
  { key: "prices", query: prices },
  { key: "orders", query: orders },
  { key: "customers", query: customers },
  { key: "agreements", query: agreements },
  { key: "awards", query: awards },
  { key: "disclosure", query: disclosure, variables: JSON.stringify(requested, undefined, 2) },
];

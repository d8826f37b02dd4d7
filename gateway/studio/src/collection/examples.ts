import agreements from "./examples/agreements.graphql?raw";
import awards from "./examples/awards.graphql?raw";
import customers from "./examples/customers.graphql?raw";
import orders from "./examples/orders.graphql?raw";
import prices from "./examples/prices.graphql?raw";

/** A question to begin with; its title is `text.example[key]`. */
export interface Example {
  readonly key: "prices" | "orders" | "customers" | "agreements" | "awards";
  readonly query: string;
}

/** What a reader meets first. */
export const EXAMPLES: readonly Example[] = [
  { key: "prices", query: prices },
  { key: "orders", query: orders },
  { key: "customers", query: customers },
  { key: "agreements", query: agreements },
  { key: "awards", query: awards },
];

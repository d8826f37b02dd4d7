import type { z } from "zod";
import type { Kind } from "../id.ts";
import type { SubgraphName } from "../subgraphs.ts";
import { agreement } from "./agreement.ts";
import { award } from "./award.ts";
import { category } from "./category.ts";
import { company } from "./company.ts";
import { customer } from "./customer.ts";
import type { ExchangeFile } from "./field.ts";
import { offer } from "./offer.ts";
import { order } from "./order.ts";
import { person } from "./person.ts";
import { priceList } from "./price-list.ts";
import { product } from "./product.ts";

/** One file of the exchange format: its records, and who keeps them. */
export interface Definition<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  /** The kind of the ids that its records receive. */
  readonly kind: Kind;
  /** The subgraph that stores its records. */
  readonly subgraph: SubgraphName;
}

/** The exchange format: each file `<name>.ndjson` holds one record of this definition per line. */
export const EXCHANGE = {
  companies: { schema: company, kind: "org", subgraph: "compliance" },
  categories: { schema: category, kind: "cat", subgraph: "catalogue" },
  products: { schema: product, kind: "prd", subgraph: "catalogue" },
  people: { schema: person, kind: "per", subgraph: "customers" },
  agreements: { schema: agreement, kind: "agr", subgraph: "compliance" },
  customers: { schema: customer, kind: "cus", subgraph: "customers" },
  "price-lists": { schema: priceList, kind: "prl", subgraph: "catalogue" },
  offers: { schema: offer, kind: "off", subgraph: "orders" },
  orders: { schema: order, kind: "ord", subgraph: "orders" },
  awards: { schema: award, kind: "awd", subgraph: "orders" },
} as const satisfies Record<ExchangeFile, Definition>;

/** The record that a line of a file holds. */
export type ExchangeRecord<File extends ExchangeFile> = z.infer<(typeof EXCHANGE)[File]["schema"]>;

/** A record as it is written: what has a default may be absent. */
export type ExchangeInput<File extends ExchangeFile> = z.input<(typeof EXCHANGE)[File]["schema"]>;

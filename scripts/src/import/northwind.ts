import type { z } from "zod";
import { csvRows, type CsvFile, type Fault } from "./csv-rows.ts";
import type { Adapter } from "./delivery.ts";
import {
  customerDrafts,
  distributor,
  employeeDraft,
  shipperDraft,
  supplierDrafts,
} from "./northwind/companies.ts";
import { relationDrafts } from "./northwind/customer-relations.ts";
import { orderDrafts } from "./northwind/orders.ts";
import { categoryDraft, productDrafts } from "./northwind/products.ts";
import { TABLES } from "./northwind/tables.ts";

const NAMES: readonly string[] = Object.values(TABLES).map(({ name }) => name);

/** The order book of Northwind: a distributor between its suppliers and its business customers. */
export const northwind: Adapter = {
  expects: NAMES.join(", "),
  accepts: (name) => NAMES.includes(name),
  adapt(texts) {
    const faults: Fault[] = [];
    const read = <Schema extends z.ZodType>(table: CsvFile<Schema>) => {
      const result = csvRows(table, texts.get(table.name) ?? "");
      faults.push(...result.faults);
      return result.rows;
    };
    const customers = read(TABLES.customers);
    const orders = read(TABLES.orders);
    const orderBook = orderDrafts(orders, csvRows(TABLES.lines, texts.get(TABLES.lines.name) ?? ""));
    const drafts = [
      distributor,
      ...read(TABLES.suppliers).flatMap(supplierDrafts),
      ...customers.flatMap(customerDrafts),
      ...read(TABLES.shippers).map(shipperDraft),
      ...read(TABLES.employees).map(employeeDraft),
      ...read(TABLES.categories).map(categoryDraft),
      ...read(TABLES.products).flatMap(productDrafts),
      ...relationDrafts(customers, orders),
      ...orderBook.drafts,
    ];
    return { drafts, rejections: [...faults, ...orderBook.rejections] };
  },
};

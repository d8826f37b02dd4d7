import { checkDecimal } from "@maillon/schema";
import { z } from "zod";

const number = z.string().regex(/^\d+$/, "is not a number");
const decimal = z.string().refine((text) => checkDecimal(text).ok, "is not a decimal number");
const text = z.string().trim().min(1);
const optional = z.string().trim();

/** American dates such as 7/4/1996, turned into days of ISO 8601. */
const day = z
  .string()
  .regex(/^\d{1,2}\/\d{1,2}\/\d{4}$/, "is not a date such as 7/4/1996")
  .transform((written) => {
    const [month = "", ofMonth = "", year = ""] = written.split("/");
    return `${year}-${month.padStart(2, "0")}-${ofMonth.padStart(2, "0")}`;
  })
  .pipe(z.iso.date("is a date that does not exist"));

const contact = {
  CompanyName: text,
  ContactName: text,
  ContactTitle: optional,
  Country: text,
  Phone: optional,
};

/** The CSV files of Northwind: their names, what their rows become, and the columns that are read. */
export const TABLES = {
  suppliers: {
    name: "Suppliers.csv",
    file: "companies",
    schema: z.object({ SupplierID: number, ...contact }),
  },
  customers: {
    name: "Customers.csv",
    file: "companies",
    schema: z.object({ CustomerID: text, ...contact }),
  },
  shippers: {
    name: "Shippers.csv",
    file: "companies",
    schema: z.object({ ShipperID: number, CompanyName: text }),
  },
  employees: {
    name: "Employees.csv",
    file: "people",
    schema: z.object({ EmployeeID: number, LastName: text, FirstName: text, Title: optional }),
  },
  categories: {
    name: "Categories.csv",
    file: "categories",
    schema: z.object({ CategoryID: number, CategoryName: text }),
  },
  products: {
    name: "Products.csv",
    file: "products",
    schema: z.object({
      ProductID: number,
      ProductName: text,
      SupplierID: number,
      CategoryID: number,
      QuantityPerUnit: optional,
      UnitPrice: decimal,
      UnitsInStock: decimal,
      Discontinued: z.enum(["0", "1"]),
    }),
  },
  orders: {
    name: "Orders.csv",
    file: "orders",
    schema: z.object({
      OrderID: number,
      CustomerID: text,
      OrderDate: day,
      RequiredDate: day,
      ShippedDate: z.union([z.literal(""), day]),
      ShipVia: number,
      Freight: decimal,
    }),
  },
  lines: {
    name: "OrderDetails.csv",
    file: "orders",
    schema: z.object({
      OrderID: number,
      ProductID: number,
      UnitPrice: decimal,
      Quantity: decimal,
      Discount: decimal,
    }),
  },
} as const;

type TableName = keyof typeof TABLES;

/** A row of one of the files. */
export type TableRow<Name extends TableName> = z.infer<(typeof TABLES)[Name]["schema"]>;

import { countryOfName } from "../country-of-name.ts";
import type { Row } from "../csv-rows.ts";
import { draft, type Draft } from "../delivery.ts";
import { customerKey, DISTRIBUTOR, shipperKey, supplierKey } from "./keys.ts";
import type { TableRow } from "./tables.ts";

/** The distributor, which the source leaves unsaid, as nobody introduces herself in her own books. */
export const distributor: Draft = draft(
  "companies",
  { key: DISTRIBUTOR, name: "Northwind Traders", country: "US", roles: ["DISTRIBUTOR"] },
  { name: "Orders.csv", line: 1 },
);

/** A supplier and the person to talk to there. */
export function supplierDrafts({ value, origin }: Row<TableRow<"suppliers">>): Draft[] {
  const key = supplierKey(value.SupplierID);
  const country = countryOfName(value.Country);
  const company = draft(
    "companies",
    { key, name: value.CompanyName, country, roles: ["MANUFACTURER"] },
    origin,
  );
  return [company, contactDraft(key, { value, origin })];
}

/** A business customer and the person to talk to there. */
export function customerDrafts({ value, origin }: Row<TableRow<"customers">>): Draft[] {
  const key = customerKey(value.CustomerID);
  const country = countryOfName(value.Country);
  const company = draft(
    "companies",
    { key, name: value.CompanyName, country, roles: ["END_BUSINESS"] },
    origin,
  );
  return [company, contactDraft(key, { value, origin })];
}

/** A carrier. The source does not say where it is; its telephone number is American. */
export function shipperDraft({ value, origin }: Row<TableRow<"shippers">>): Draft {
  const key = shipperKey(value.ShipperID);
  return draft("companies", { key, name: value.CompanyName, country: "US", roles: ["CARRIER"] }, origin);
}

/** Someone who works for the distributor. Birth dates, home addresses and private telephones are left behind. */
export function employeeDraft({ value, origin }: Row<TableRow<"employees">>): Draft {
  const membership = { company: DISTRIBUTOR, ...(value.Title && { jobTitle: value.Title }) };
  return draft(
    "people",
    {
      key: `employee-${value.EmployeeID}`,
      displayName: `${value.FirstName} ${value.LastName}`,
      memberships: [membership],
    },
    origin,
  );
}

type Contact = Pick<TableRow<"customers">, "ContactName" | "ContactTitle" | "Phone">;

function contactDraft(company: string, { value, origin }: Row<Contact>): Draft {
  return draft(
    "people",
    {
      key: `contact-of-${company}`,
      displayName: value.ContactName,
      ...(value.Phone && { phone: value.Phone }),
      memberships: [{ company, ...(value.ContactTitle && { jobTitle: value.ContactTitle }) }],
      referentOf: [{ company, scope: "COMMERCIAL", forPartner: DISTRIBUTOR }],
    },
    origin,
  );
}

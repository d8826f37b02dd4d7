/** The distributor whose order book it is. */
export const DISTRIBUTOR = "northwind";

/** The currency of every amount in the source. */
export const CURRENCY = "USD";

/** The key of a supplier, who makes the products. */
export const supplierKey = (id: string) => `supplier-${id}`;

/** The key of a business customer. */
export const customerKey = (id: string) => `customer-${id.toLowerCase()}`;

/** The key of a carrier. */
export const shipperKey = (id: string) => `shipper-${id}`;

/** The moment that a day of the source begins; the source knows no hours and no time zone. */
export const startOf = (day: string) => `${day}T00:00:00Z`;

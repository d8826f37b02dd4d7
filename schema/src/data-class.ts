/** The data classes, each with what it covers; the matrix of who sees what has one row per class. */
export const DATA_CLASS_MEANINGS = {
  PUBLIC: "What everybody may know: product names, companies, published awards and notices.",
  CATALOG_RESTRICTED:
    "What only an audience may know of a catalogue: specifications, assortments, offers, stock.",
  TERMS: "General conditions of sale.",
  PRICE_SUPPLY: "What a seller asks of those who sell on: negotiated lists and the general tariff.",
  PRICE_RESALE: "What a reseller asks of its own customers.",
  PRICE_COST: "What something costs the company that sells it.",
  CUSTOMER_EXISTENCE: "That a company has a certain customer, without saying who it is.",
  CUSTOMER_IDENTITY: "Who a customer is: names, addresses, contact points.",
  CUSTOMER_PROFILE: "What is known of a customer: stage, segments, situation, loyalty, feedback.",
  PROSPECT: "Customers that are not won yet, and what is hoped for.",
  TRADE_CORE: "That something was ordered: number, state, parties, lines without amounts.",
  TRADE_AMOUNT: "What an order is worth: prices, totals, taxes, payment terms.",
  DECISION: "Who inside a company decided what, and by which rules.",
  NEGOTIATION: "Quotes and their rounds.",
  BID: "Bids of a public tender and their unit prices.",
  LOGISTICS: "Shipments: carrier, tracking, dates, places.",
  LOGISTICS_COST: "What shipping costs.",
  AFTER_SALES: "Returns, repairs, support and maintenance.",
  COMMISSION: "What one company pays another for a sale.",
  KPI: "Indicators computed over several parties.",
  AGREEMENT_EXISTENCE: "That an agreement exists: parties, model, state.",
  AGREEMENT_TERMS: "What an agreement says: dates, scope, clauses.",
  COMPLIANCE_DOC: "Certificates, safety sheets and other documents of conformity.",
  FISCAL: "Invoices and what taxes need.",
  REGULATORY: "Filings with regulators and their requests.",
  DATA_SUBJECT: "Requests and consents of persons, and the essence of agreements about their data.",
  AUDIT: "Who accessed what.",
} as const;

/** What kind of secret a field can be. Policies and clauses speak of these classes, never of single fields. */
export type DataClass = keyof typeof DATA_CLASS_MEANINGS;

/** All data classes, in the order of the matrix. */
export const DATA_CLASSES = Object.keys(DATA_CLASS_MEANINGS).filter(isDataClass);

/** Whether a word is a data class. */
export function isDataClass(word: string): word is DataClass {
  return Object.hasOwn(DATA_CLASS_MEANINGS, word);
}

/** A value for each data class, worked out one after the other in the order of the matrix. */
export function byDataClass<Value>(
  valueOf: (dataClass: DataClass, index: number) => Value,
): Record<DataClass, Value> {
  const entries = DATA_CLASSES.map((each, index) => [each, valueOf(each, index)]);
  return Object.fromEntries(entries) as Record<DataClass, Value>;
}

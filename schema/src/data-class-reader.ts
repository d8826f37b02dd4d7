import type { DataClass } from "./data-class.ts";

/**
 * Who may read each class, and under which clause: the matrix of who sees what in one sentence each, for the
 * descriptions of fields. Everybody reads the same sentence, so it names kinds of companies, never one of them.
 */
export const DATA_CLASS_READERS = {
  PUBLIC: "Everybody reads it.",
  CATALOG_RESTRICTED:
    "Read by its owner and its audience, and by everybody once it is published; by a partner under a DataSharing clause of level EXISTENCE or more.",
  TERMS: "Read by every professional buyer of the category that it is for, and by the seller's own buyers.",
  PRICE_SUPPLY:
    "Negotiated prices are read by seller and buyer only, whatever is agreed (floor F2); a general tariff also by every reseller of its category.",
  PRICE_RESALE:
    "Read by seller and buyer, and by everybody once it is published; never by the supplier (floor F1), save for past aggregates under a PriceVisibility clause of level AGGREGATE.",
  PRICE_COST: "Read by its owner only, whatever is agreed.",
  CUSTOMER_EXISTENCE:
    "Read by the seller, by the brand and by the customer; by a co-holder under a CustomerOwnership clause CO_OWNED, by a partner under a DataSharing clause of level PSEUDONYMOUS or more.",
  CUSTOMER_IDENTITY:
    "Read by the customer and, while a lawful basis is in force, by the holder and the seller; by a co-holder under a CustomerOwnership clause with joint controllers and consent, by who serves the customer under a Service clause.",
  CUSTOMER_PROFILE:
    "Read by the customer and by the owner; by a co-holder under a DataSharing clause of level FULL and, for a person, with her consent to share.",
  PROSPECT: "Read by its owner; by a partner only as an aggregate under a KpiSharing clause.",
  TRADE_CORE:
    "Read by seller, buyer, intermediary and brand; by a partner of the owner under a DataSharing clause of level PSEUDONYMOUS or AGGREGATE.",
  TRADE_AMOUNT:
    "Read by seller, buyer and intermediary, and by everybody once the law publishes it; never by the supplier of what is sold on (floor F1).",
  DECISION:
    "Read by the company that decides; never by its counterpart, who learns the outcome only (floor F5).",
  NEGOTIATION: "Read by the companies that negotiate.",
  BID: "Read by the bidder and, after the deadline, by the buyer; never by another bidder (floor F3).",
  LOGISTICS:
    "Read by seller, buyer, intermediary and carrier; by who ships or serves under a Service clause.",
  LOGISTICS_COST:
    "Read by who pays the freight; by a partner only as an aggregate under a KpiSharing clause.",
  AFTER_SALES: "Read by seller, buyer and intermediary; by who serves under a Service clause.",
  COMMISSION: "Read by who pays the commission and by who is paid.",
  KPI: "Read by the parties of the agreement under its KpiSharing clause, over at least three parties (floor F7).",
  AGREEMENT_EXISTENCE: "Read by the parties of the agreement and by regulators.",
  AGREEMENT_TERMS: "Read by the parties of the agreement.",
  COMPLIANCE_DOC:
    "Read by its issuer, by everybody downstream of the product and by regulators; public kinds by all.",
  FISCAL: "Read by seller and buyer, and by the tax authority.",
  REGULATORY: "Read by who filed it and by the regulator to whom it is addressed.",
  DATA_SUBJECT:
    "Read by the person concerned and by the controller; by a joint controller under a CustomerOwnership clause.",
  AUDIT: "Read by the company that the data is about and by who made the access.",
} as const satisfies Record<DataClass, string>;

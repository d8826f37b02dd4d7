import { registerEnumType } from "type-graphql";

/** Where cost and risk pass from seller to buyer: Incoterms 2020 of the International Chamber of Commerce. */
export const Incoterm = {
  EXW: "EXW",
  FCA: "FCA",
  CPT: "CPT",
  CIP: "CIP",
  DAP: "DAP",
  DPU: "DPU",
  DDP: "DDP",
  FAS: "FAS",
  FOB: "FOB",
  CFR: "CFR",
  CIF: "CIF",
} as const;

export type Incoterm = keyof typeof Incoterm;

registerEnumType(Incoterm, {
  name: "Incoterm",
  description: "Where cost and risk pass from seller to buyer (Incoterms 2020).",
  valuesConfig: {
    EXW: { description: "Ex works: the buyer collects." },
    FCA: { description: "Free carrier: the seller hands over to the buyer's carrier." },
    CPT: { description: "Carriage paid to: the seller pays the carriage, the buyer bears its risk." },
    CIP: { description: "Carriage and insurance paid to." },
    DAP: { description: "Delivered at place, ready for unloading." },
    DPU: { description: "Delivered at place, unloaded." },
    DDP: { description: "Delivered, duty paid." },
    FAS: { description: "Free alongside ship; by sea only." },
    FOB: { description: "Free on board; by sea only." },
    CFR: { description: "Cost and freight; by sea only." },
    CIF: { description: "Cost, insurance and freight; by sea only." },
  },
});

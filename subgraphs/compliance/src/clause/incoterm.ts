import { registerEnumType } from "type-graphql";

/** Who pays for and bears the risk of transport (Incoterms 2020). */
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
  description: "Who pays for and bears the risk of transport (Incoterms 2020).",
});

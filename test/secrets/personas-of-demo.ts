/** One of each kind of viewer in the demo chain, and the carrier. */
export const DEMO_VIEWERS = [
  "fabrica",
  "integra",
  "rivalis",
  "vega",
  "boulange",
  "nantes",
  "autorite",
  "transvia",
  "etrangere",
  "consumer/claire",
] as const;

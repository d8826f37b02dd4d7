/** One of each kind of viewer in the demo chain, and the carrier, with her column in the matrix. */
export const COLUMN_OF: Readonly<Record<string, string>> = {
  fabrica: "B1 manufacturer",
  integra: "B2 intermediary",
  rivalis: "B2 intermediary",
  vega: "B2 intermediary",
  boulange: "B3 end business",
  nantes: "administration",
  autorite: "regulator",
  transvia: "unrelated company",
  etrangere: "unrelated company",
  "consumer/claire": "consumer",
};

/** All of them. */
export const DEMO_VIEWERS = Object.keys(COLUMN_OF);

import type { Importers } from "@maillon/subgraph-kit";
import { importAwards } from "./import-awards.ts";
import { importOffers } from "./import-offers.ts";
import { importOrders } from "./import-orders.ts";

/** The files of a delivery that this subgraph keeps. */
export const importers: Importers = { offers: importOffers, orders: importOrders, awards: importAwards };

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { company } from "@maillon/schema/testing";
import { repositoryRoot } from "../repository-root.ts";
import type { BenchSubgraph } from "./bench-subgraph.ts";

const seller = { id: company("integra") };
const lawfulPurposes = ["NOT_PERSONAL"];
const buyer = { id: company("boulange") };

const orders = Array.from({ length: 10 }, (_, n) => {
  const order = { id: `ord_integra_${n}`, number: `INT-${n}`, state: "OPEN", seller, buyer, lawfulPurposes };
  const placed = {
    placedAt: "2026-05-11T10:00:00Z",
    total: { amount: `${100 + n}.50`, currencyCode: "EUR" },
  };
  const lines = Array.from({ length: 4 }, (_each, line) => ({
    id: `line_integra_${n}_${line}`,
    quantity: `${line + 1}`,
    product: { id: `prd_fabrica_${(n + line) % 12}` },
    unitPrice: { amount: "25.125" },
    order,
  }));
  return Object.assign(order, placed, { lines });
});

const resolvers: Readonly<Record<string, BenchSubgraph["resolvers"]>> = {
  orders: { Query: { orders: () => ({ nodes: orders }) } },
  compliance: { Organization: { __resolveReference: named } },
  catalogue: { Product: { __resolveReference: named } },
  customers: {},
};

/** The published contracts of the demo chain, over a page of orders that Integra sold. */
export const orderPageChain: readonly BenchSubgraph[] = Object.entries(resolvers).map(([name, each]) => ({
  name,
  sdl: read(`schema/subgraphs/${name}.graphql`),
  resolvers: each,
}));

/** The studio's example: the first orders with their parties, amounts and lines. */
export const orderPageQuery = read("gateway/studio/src/collection/examples/orders.graphql");

function read(path: string): string {
  return readFileSync(join(repositoryRoot, path), "utf8");
}

function named({ id }: { readonly id: string }) {
  return { id, name: `Name of ${id}`, manufacturer: seller };
}

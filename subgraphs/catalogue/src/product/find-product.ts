import { badInput, byId } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import type { ProductKeyArgs } from "./product-key-args.ts";
import { Product } from "./product.ts";

/**
 * Finds the one product that the arguments name.
 * @throws SubgraphError `BAD_USER_INPUT` unless exactly one of them is given.
 */
export async function findProduct(
  { id, gtin, sku }: ProductKeyArgs,
  context: SubgraphContext,
): Promise<Product | null> {
  const given = [id, gtin, sku].filter((key) => typeof key === "string");
  if (given.length !== 1) throw badInput("id", "or `gtin` or `sku` must be given, and only one of them");
  if (typeof id === "string") return context.load(byId(Product), id);
  if (typeof gtin === "string")
    return context.em.findOne(Product, { gtin }, { orderBy: { status: "asc", id: "asc" } });
  return ownProductBySku(sku ?? "", context);
}

/** Article numbers are unique within a manufacturer only; those of others are found by GTIN or by search. */
async function ownProductBySku(sku: string, { em, viewer }: SubgraphContext): Promise<Product | null> {
  return viewer.kind === "company" ? em.findOne(Product, { sku, manufacturerId: viewer.organization }) : null;
}

import { byId, forbidden, notFound } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { requireManufacturer } from "../company/require-manufacturer.ts";
import { Product } from "./product.ts";

/**
 * Takes a product off sale for good; orders still refer to it. Doing it twice is no error.
 * @throws SubgraphError `FORBIDDEN` to anyone but its manufacturer's role `catalogue`; `NOT_FOUND`.
 */
export async function withdrawProduct(id: string, context: SubgraphContext): Promise<Product> {
  const manufacturerId = await requireManufacturer("catalogue", context);
  const product = await context.load(byId(Product), id);
  if (product === null) throw notFound("product");
  if (product.manufacturerId !== manufacturerId)
    throw forbidden("Only its manufacturer may withdraw a product.");
  if (product.status === "WITHDRAWN") return product;
  Object.assign(product, { status: "WITHDRAWN", updatedAt: context.now });
  await context.em.flush();
  context.forget();
  return product;
}

import { badInput, byId, conflict } from "@maillon/subgraph-kit";
import type { MoneyInput, SubgraphContext } from "@maillon/subgraph-kit";
import { newId, SUBGRAPHS } from "@maillon/schema";
import { UniqueConstraintViolationException } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/core";
import { Category } from "../category/category.ts";
import { requireManufacturer } from "../company/require-manufacturer.ts";
import { ProductCost } from "./product-cost.ts";
import type { ProductInput } from "./product-input.ts";
import { Product } from "./product.ts";

/**
 * Creates the product with this article number or changes it: the product and its cost, or neither.
 * @throws SubgraphError `FORBIDDEN` to anyone but a manufacturer's role `catalogue`; `BAD_USER_INPUT`; `CONFLICT`.
 */
export async function upsertProduct(input: ProductInput, context: SubgraphContext): Promise<Product> {
  const manufacturerId = await requireManufacturer("catalogue", context);
  await requireCategory(input.categoryId, context);
  try {
    const changed = await context.em.transactional(async (em) => {
      const product = await productOf(manufacturerId, input.sku, em);
      describe(product, input, context.now);
      await em.persist(product).flush();
      await setCost(product, input.unitCost, em);
      return product;
    });
    context.forget();
    return changed;
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw conflict("Another product of your company has this article number or GTIN.");
  }
}

async function requireCategory(id: string | null | undefined, context: SubgraphContext): Promise<void> {
  if (typeof id !== "string") return;
  const category = await context.load(byId(Category), id);
  if (category === null) throw badInput("input.categoryId", "is not a category");
}

async function productOf(manufacturerId: string, sku: string, em: EntityManager): Promise<Product> {
  const known = await em.findOne(Product, { manufacturerId, sku });
  if (known?.status === "WITHDRAWN") throw conflict("A withdrawn product does not change any more.");
  return known ?? Object.assign(new Product(), { ...blank, id: newId("prd", operator), manufacturerId, sku });
}

const { operator } = SUBGRAPHS.catalogue;

const blank = {
  gtin: null,
  description: null,
  brand: null,
  categoryId: null,
  retailPrice: null,
  retailCurrency: null,
};

/** Takes over what the input states; what it leaves out stays as it is. */
function describe(product: Product, input: ProductInput, now: Date): void {
  const { name, kind, unit, status, recommendedRetailPrice: retail } = input;
  const { gtin = product.gtin, description = product.description } = input;
  const { brand = product.brand, categoryId = product.categoryId } = input;
  Object.assign(product, { name, kind, unit, status, gtin, description, brand, categoryId, updatedAt: now });
  if (retail === undefined) return;
  product.retailPrice = retail?.amount ?? null;
  product.retailCurrency = retail?.currencyCode ?? null;
}

async function setCost(
  { id, manufacturerId }: Product,
  cost: MoneyInput | null | undefined,
  em: EntityManager,
): Promise<void> {
  if (cost === undefined) return;
  const known = await em.findOne(ProductCost, { id });
  if (cost !== null) {
    const stated = { id, manufacturerId, amount: cost.amount, currencyCode: cost.currencyCode };
    em.persist(known === null ? ProductCost.of(stated) : Object.assign(known, stated));
  } else if (known !== null) em.remove(known);
  await em.flush();
}

import { badInput, loadPage, pageOf } from "@maillon/subgraph-kit";
import type { Page, SubgraphContext } from "@maillon/subgraph-kit";
import { raw } from "@mikro-orm/core";
import type { FilterQuery } from "@mikro-orm/core";
import { IsOptional, MaxLength } from "class-validator";
import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import { Product } from "./product.ts";

/** A page of products. */
@ObjectType({ description: "A page of products." })
export class ProductConnection extends pageOf(Product) {}

/** Which products, and which page of them. */
@ArgsType()
export class ProductsArgs {
  @IsOptional()
  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description: "Words of the name, description, brand or article number, at most 10.",
  })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: "Only products of this category and those within it." })
  category?: string | null;

  @Field(() => Int, { defaultValue: 20, description: "How many products, at most 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "The `endCursor` of the page before." })
  after?: string | null;
}

/** Lists what is on sale and, to their manufacturer, also what is not or no longer, by name. */
export async function listProducts(args: ProductsArgs, context: SubgraphContext): Promise<Page<Product>> {
  const { search, category, first, after } = args;
  const conditions: FilterQuery<Product>[] = [onSaleOrOwn(context)];
  if (typeof category === "string") conditions.push(within(category));
  for (const word of wordsOf(search)) conditions.push(mentions(word));
  return loadPage(context, {
    entity: Product,
    list: "products",
    where: { $and: conditions },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    first,
    after,
  });
}

function onSaleOrOwn({ viewer }: SubgraphContext): FilterQuery<Product> {
  if (viewer.kind !== "company") return { status: "ACTIVE" };
  return { $or: [{ status: "ACTIVE" }, { manufacturerId: viewer.organization }] };
}

/** On this shelf or on one that is part of it, however deep. */
function within(category: string): FilterQuery<Product> {
  const shelves = `with recursive shelf as (
    select id from category where id = ?
    union select category.id from category join shelf on category.parent_id = shelf.id
  ) select id from shelf`;
  return { [raw((row) => `${row}.category_id in (${shelves})`, [category])]: [] };
}

/** Every word is looked for in every product, so that a hundred short ones would keep the catalogue busy. */
const MOST_WORDS = 10;

function wordsOf(search: string | null | undefined): string[] {
  const words = [...new Set((search ?? "").split(/\s+/u).filter((word) => word !== ""))];
  if (words.length > MOST_WORDS) throw badInput("search", `must have at most ${MOST_WORDS} words`);
  return words;
}

/** Only public fields: a search by price or cost would tell them. */
function mentions(word: string): FilterQuery<Product> {
  const pattern = { $ilike: `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%` };
  return { $or: [{ name: pattern }, { description: pattern }, { brand: pattern }, { sku: pattern }] };
}

import {
  Classed,
  DateTime,
  Gtin,
  Masked,
  Parties,
  UnitCode,
  Visible,
  VisibleRows,
  WritableRows,
} from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { ProductKind } from "./product-kind.ts";
import { productRows, ownProducts } from "./product-rows.ts";
import { ProductStatus } from "./product-status.ts";

/** A good, service or software that its manufacturer describes once for the whole chain. */
@Directive('@key(fields: "id")')
@Parties({ owner: "manufacturer", product: "id" })
@ObjectType({
  description: "A good, service or software, described by its manufacturer for the whole chain.",
})
@Entity({ tableName: "product" })
@VisibleRows(productRows)
@WritableRows({ insert: ownProducts, change: ownProducts, delete: ownProducts })
@Masked({
  rows: "PUBLIC",
  // Save those that their manufacturer still prepares.
  only: "this.status <> 'DRAFT' or this.manufacturer_id = viewer.company",
  facts: {
    owner: { sql: "this.manufacturer_id", holds: "one" },
    product: { sql: "this.id", holds: "one" },
  },
})
export class Product {
  @Field(() => ID, { description: "The product's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  // Not a field: `manufacturer` gives the company itself.
  @Classed("PUBLIC")
  @Property({ type: "text" })
  manufacturerId!: string;

  @Visible("PUBLIC")
  @Field({ description: "The manufacturer's own article number." })
  @Property({ type: "text" })
  sku!: string;

  @Visible("PUBLIC")
  @Field(() => Gtin, { nullable: true, description: "The product's GS1 trade item number." })
  @Property({ type: "text", nullable: true })
  gtin!: string | null;

  @Visible("PUBLIC")
  @Field({ description: "What the product is called." })
  @Property({ type: "text" })
  name!: string;

  @Visible("PUBLIC")
  @Field(() => String, { nullable: true, description: "What the product is, in words for everybody." })
  @Property({ type: "text", nullable: true })
  description!: string | null;

  @Visible("PUBLIC")
  @Field(() => String, { nullable: true, description: "The brand it is sold under." })
  @Property({ type: "text", nullable: true })
  brand!: string | null;

  @Visible("PUBLIC")
  @Field(() => ProductKind, { description: "What is sold." })
  @Property({ type: "text" })
  kind!: ProductKind;

  @Visible("PUBLIC")
  @Field(() => ProductStatus, { description: "Whether it is on sale." })
  @Property({ type: "text" })
  status!: ProductStatus;

  // Not a field: `category` gives the category itself.
  @Classed("PUBLIC")
  @Property({ type: "text", nullable: true })
  categoryId!: string | null;

  @Visible("PUBLIC")
  @Field(() => UnitCode, { description: "The unit in which it is sold." })
  @Property({ type: "text" })
  unit!: string;

  // Not fields: `recommendedRetailPrice` gives both as one amount of money.
  @Classed("PUBLIC")
  @Property({ type: "decimal", nullable: true })
  retailPrice!: string | null;

  @Classed("PUBLIC")
  @Property({ type: "text", nullable: true })
  retailCurrency!: string | null;

  @Visible("PUBLIC")
  @Field(() => DateTime, { description: "When its description last changed." })
  @Property({ type: "datetime" })
  updatedAt!: Date;

  static of(product: ProductRow): Product {
    return Object.assign(new Product(), product);
  }
}

/** A product as it is stored. */
export type ProductRow = Pick<
  Product,
  | "id"
  | "manufacturerId"
  | "sku"
  | "gtin"
  | "name"
  | "description"
  | "brand"
  | "kind"
  | "status"
  | "categoryId"
  | "unit"
  | "retailPrice"
  | "retailCurrency"
  | "updatedAt"
>;

import { referenceById, referenceToStub } from "@maillon/subgraph-kit";
import type { Subgraph } from "@maillon/subgraph-kit";
import { CategoryResolver } from "./category/category-resolver.ts";
import { Category } from "./category/category.ts";
import { Company } from "./company/company.ts";
import { OrganizationResolver } from "./company/organization-resolver.ts";
import { Organization } from "./company/organization.ts";
import { CreateCatalogue } from "./migrations/create-catalogue.ts";
import { PriceListResolver } from "./price-list/price-list-resolver.ts";
import { PriceList } from "./price-list/price-list.ts";
import { PriceResolver } from "./price-list/price-resolver.ts";
import { Price } from "./price-list/price.ts";
import { ProductCost } from "./product/product-cost.ts";
import { ProductResolver } from "./product/product-resolver.ts";
import { Product } from "./product/product.ts";

/** The catalogue: what manufacturers make and what they sell it for. Fabrica operates it. */
export const catalogue: Subgraph = {
  name: "catalogue",
  entities: [Category, Company, Product, ProductCost, PriceList, Price],
  resolvers: [CategoryResolver, OrganizationResolver, PriceListResolver, PriceResolver, ProductResolver],
  references: {
    Category: referenceById(Category),
    Organization: referenceToStub(Organization),
    PriceList: referenceById(PriceList),
    Product: referenceById(Product),
  },
  migrations: [{ name: "create-catalogue", class: CreateCatalogue }],
};

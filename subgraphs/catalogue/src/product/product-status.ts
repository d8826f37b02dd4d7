import { registerEnumType } from "type-graphql";

/** Where a product is in its life. */
export const ProductStatus = { DRAFT: "DRAFT", ACTIVE: "ACTIVE", WITHDRAWN: "WITHDRAWN" } as const;

export type ProductStatus = keyof typeof ProductStatus;

registerEnumType(ProductStatus, {
  name: "ProductStatus",
  description: "Where a product is in its life.",
  valuesConfig: {
    DRAFT: { description: "Being prepared; only its manufacturer sees it." },
    ACTIVE: { description: "On sale." },
    WITHDRAWN: { description: "No longer on sale; orders still refer to it." },
  },
});

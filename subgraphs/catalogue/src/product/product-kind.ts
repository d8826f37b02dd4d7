import { registerEnumType } from "type-graphql";

/** What is sold. */
export const ProductKind = {
  RAW_MATERIAL: "RAW_MATERIAL",
  COMPONENT: "COMPONENT",
  FINISHED_GOOD: "FINISHED_GOOD",
  SERVICE: "SERVICE",
  SOFTWARE: "SOFTWARE",
  MADE_TO_ORDER: "MADE_TO_ORDER",
} as const;

export type ProductKind = keyof typeof ProductKind;

registerEnumType(ProductKind, { name: "ProductKind", description: "What is sold." });

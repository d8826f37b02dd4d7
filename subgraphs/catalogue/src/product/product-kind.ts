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

registerEnumType(ProductKind, {
  name: "ProductKind",
  description: "What is sold.",
  valuesConfig: {
    RAW_MATERIAL: { description: "What others make products of." },
    COMPONENT: { description: "A part that is built into something else." },
    FINISHED_GOOD: { description: "Ready for use as it is." },
    SERVICE: { description: "Work that is done for the buyer." },
    SOFTWARE: { description: "A program, or the right to use one." },
    MADE_TO_ORDER: { description: "Made for one buyer, to that buyer's specification." },
  },
});

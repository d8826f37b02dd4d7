import { loadPage, pageOf } from "@maillon/subgraph-kit";
import type { Page, SubgraphContext } from "@maillon/subgraph-kit";
import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { Price } from "./price.ts";

/** A page of the prices of a list. */
@ObjectType({ description: "A page of the prices of a list." })
export class PriceConnection extends pageOf(Price) {}

/** Which page of a list's prices. */
@ArgsType()
export class EntriesArgs {
  @Field(() => Int, { defaultValue: 50, description: "How many prices, at most 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "The `endCursor` of the page before." })
  after?: string | null;
}

/** One page of one list. */
export interface EntriesQuestion {
  readonly priceListId: string;
  readonly first: number;
  readonly after: string | undefined;
}

/** Loads pages of lists; a list that a hundred products lead to is read once. */
export async function loadEntries(
  questions: readonly EntriesQuestion[],
  context: SubgraphContext,
): Promise<Page<Price>[]> {
  return Promise.all(
    questions.map(({ priceListId, first, after }) =>
      loadPage(context, {
        entity: Price,
        list: `entries of ${priceListId}`,
        where: { priceListId },
        orderBy: [{ productId: "asc" }],
        first,
        after,
      }),
    ),
  );
}

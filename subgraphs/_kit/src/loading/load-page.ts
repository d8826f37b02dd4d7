import type { EntityClass, FilterQuery, QueryOrderMap } from "@mikro-orm/core";
import { badInput } from "../errors.ts";
import type { Page } from "../types/page.ts";
import type { SubgraphContext } from "./subgraph-context.ts";

/** Which list, in which order, from where. */
export interface PageRequest<Entity> {
  readonly entity: EntityClass<Entity>;
  /** Names the list and its order; a cursor of one list is refused by every other. */
  readonly list: string;
  /** Conditions beside the mask, which always applies. */
  readonly where: FilterQuery<NoInfer<Entity>>;
  /** Must end with a unique property, such as `id`: two rows of one position would hide one of them. */
  readonly orderBy: QueryOrderMap<Entity>[];
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Most objects of one page. */
export const LARGEST_PAGE = 100;

/**
 * Loads one page of a list by keyset: the statement reads `first` rows and one more, wherever the page is.
 * @throws SubgraphError `BAD_USER_INPUT` that names `first` or `after`.
 */
export async function loadPage<Entity extends object>(
  { em, cursors }: SubgraphContext,
  { entity, list, where, orderBy, first, after }: PageRequest<Entity>,
): Promise<Page<Entity>> {
  if (first < 1 || first > LARGEST_PAGE) throw badInput("first", `must be between 1 and ${LARGEST_PAGE}`);
  const position = typeof after === "string" ? cursors.open(list, after) : undefined;
  if (typeof after === "string" && position === undefined)
    throw badInput("after", "is not a cursor of this list");
  const page = await em.findByCursor(entity, {
    where,
    orderBy,
    first,
    includeCount: false,
    ...(position !== undefined && { after: position }),
  });
  const { items, hasNextPage, endCursor } = page;
  const sealed = endCursor === null ? null : cursors.seal(list, endCursor);
  return { nodes: items, pageInfo: { hasNextPage, endCursor: sealed } };
}

import {
  badInput,
  type BatchFunction,
  LARGEST_PAGE,
  type Page,
  type SubgraphContext,
} from "@maillon/subgraph-kit";
import { Order } from "./order.ts";
import type { PageArgs } from "../page-args.ts";

/** The column that ties an order to the object whose orders are listed. */
export type OrderOwner = "buyer_id" | "seller_id" | "customer_id" | "agreement_id";

/** Where the page of one list begins, and how many orders it may have. */
interface Wanted {
  readonly owner: string;
  readonly first: number;
  readonly placedAt: string | null;
  readonly id: string | null;
}

const batches: Readonly<Record<OrderOwner, BatchFunction<Wanted, Order[]>>> = {
  buyer_id: ordersBy("buyer_id"),
  seller_id: ordersBy("seller_id"),
  customer_id: ordersBy("customer_id"),
  agreement_id: ordersBy("agreement_id"),
};

/**
 * Loads a page of one owner's orders, the latest first: one statement however many owners a request names.
 * @throws SubgraphError `BAD_USER_INPUT` that names `first` or `after`.
 */
export async function loadOrderPage(
  context: SubgraphContext,
  list: { by: OrderOwner; owner: string },
  { first, after }: PageArgs,
): Promise<Page<Order>> {
  if (first < 1 || first > LARGEST_PAGE) throw badInput("first", `must be between 1 and ${LARGEST_PAGE}`);
  // A cursor continues the list of this owner alone.
  const name = `orders ${list.by} ${list.owner}`;
  const [placedAt, id] = positionOf(context, name, after);
  const found = await context.load(batches[list.by], { owner: list.owner, first, placedAt, id });
  const nodes = found.slice(0, first);
  const last = nodes.at(-1);
  const endCursor =
    last === undefined
      ? null
      : context.cursors.seal(name, JSON.stringify([last.placedAt.toISOString(), last.id]));
  return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor } };
}

function positionOf(
  { cursors }: SubgraphContext,
  name: string,
  after: string | null | undefined,
): [string, string] | [null, null] {
  if (after === null || after === undefined) return [null, null];
  const position = cursors.open(name, after);
  if (position === undefined) throw badInput("after", "is not a cursor of this list");
  // Only this file seals cursors of this name.
  return JSON.parse(position) as [string, string];
}

/**
 * Written by hand, since only a lateral join takes the first orders of each owner instead of all orders.
 * Whoever may not read the owner of an order does not find it here either: the view of orders holds a null in
 * its place.
 */
function ordersBy(column: OrderOwner): BatchFunction<Wanted, Order[]> {
  return async (wanted, { em }) => {
    const found: (Record<string, unknown> & { place: number })[] = await em.execute(
      `select page.*, list.place
         from jsonb_to_recordset(?::jsonb)
           as list(place int, owner text, first int, "placedAt" timestamptz, id text)
        cross join lateral (
          select o.* from trade_order o
           where o.${column} = list.owner
             and (list.id is null or o.placed_at < list."placedAt"
                  or (o.placed_at = list."placedAt" and o.id > list.id))
           order by o.placed_at desc, o.id
           limit list.first + 1) page
        order by list.place, page.placed_at desc, page.id`,
      [JSON.stringify(wanted.map((each, place) => ({ ...each, place })))],
    );
    const pages: Order[][] = wanted.map(() => []);
    for (const { place, ...row } of found) pages[place]?.push(em.map(Order, row));
    return pages;
  };
}

import { badInput, byId, LARGEST_PAGE } from "@maillon/subgraph-kit";
import type { Page, SubgraphContext } from "@maillon/subgraph-kit";
import { Customer } from "../customer/customer.ts";

/** One page of the customers of one company. */
export interface CustomersOf {
  readonly organization: string;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page that was asked for, with the position that its cursor held. */
interface Stretch {
  readonly organization: string;
  readonly after: string | null;
  /** One more than the page holds, to know whether another page follows. */
  readonly most: number;
}

/**
 * Loads one page of the customers that a company holds today and of whom the viewer may know.
 * @throws SubgraphError `BAD_USER_INPUT` that names `first` or `after`.
 */
export async function loadCustomersOf(
  context: SubgraphContext,
  { organization, first, after }: CustomersOf,
): Promise<Page<Customer>> {
  if (first < 1 || first > LARGEST_PAGE) throw badInput("first", `must be between 1 and ${LARGEST_PAGE}`);
  const list = `customers of ${organization}`;
  const position = typeof after === "string" ? context.cursors.open(list, after) : null;
  if (position === undefined) throw badInput("after", "is not a cursor of this list");
  const ids = await context.load(idsOfStretches, { organization, after: position, most: first + 1 });
  const loaded = await Promise.all(ids.slice(0, first).map((id) => context.load(byId(Customer), id)));
  const nodes = loaded.filter((customer) => customer !== null);
  const last = nodes.at(-1)?.id;
  const endCursor = last === undefined ? null : context.cursors.seal(list, last);
  return { nodes, pageInfo: { hasNextPage: ids.length > first, endCursor } };
}

/** Finds the ids of all stretches with one statement, however many companies an answer lists. */
async function idsOfStretches(stretches: readonly Stretch[], { em }: SubgraphContext): Promise<string[][]> {
  const rows: { place: number; id: string }[] = await em.execute(
    `select stretch.place, found.id
       from jsonb_to_recordset(?::jsonb) as stretch(place integer, organization text, after text, most integer)
      cross join lateral (
        select holding.customer_id as id from customer_holding holding
          join customer on customer.id = holding.customer_id
         where holding.organization_id = stretch.organization
           and (stretch.after is null or holding.customer_id > stretch.after)
         order by holding.customer_id limit stretch.most) found
      order by stretch.place, found.id`,
    [JSON.stringify(stretches.map((stretch, place) => ({ ...stretch, place })))],
  );
  const found = Map.groupBy(rows, ({ place }) => place);
  return stretches.map((_, place) => (found.get(place) ?? []).map(({ id }) => id));
}

import type { Viewer } from "@maillon/schema";
import { loadPage, type Page, type SubgraphContext } from "@maillon/subgraph-kit";
import type { FilterQuery } from "@mikro-orm/core";
import { Order } from "./order.ts";
import type { OrderState } from "./order-state.ts";
import type { PageArgs } from "../page-args.ts";
import type { TradeRole } from "./trade-role.ts";

/** Which of the viewer's orders are wanted. */
export interface OrderChoice extends PageArgs {
  readonly role?: TradeRole | null;
  readonly state?: OrderState | null;
}

/** Loads a page of the viewer's own orders, the latest first. */
export async function loadOrders(
  context: SubgraphContext,
  { role, state, first, after }: OrderChoice,
): Promise<Page<Order>> {
  const conditions = [role ? playedBy(context.viewer, role) : {}, state ? { state } : {}];
  return loadPage(context, {
    entity: Order,
    list: `orders ${role ?? "any"} ${state ?? "any"}`,
    where: { $and: conditions },
    orderBy: [{ placedAt: "desc" }, { id: "asc" }],
    first,
    after,
  });
}

function playedBy(viewer: Viewer, role: TradeRole): FilterQuery<Order> {
  switch (role) {
    case "SELLER":
      return { sellerId: companyOf(viewer) };
    case "INTERMEDIARY":
      return { intermediaryId: companyOf(viewer) };
    case "BUYER":
      return viewer.kind === "company"
        ? { buyerId: viewer.organization }
        : { customerId: { $in: [...viewer.customers] } };
  }
}

/** A consumer sells nothing: no company has the empty id. */
function companyOf(viewer: Viewer): string {
  return viewer.kind === "company" ? viewer.organization : "";
}

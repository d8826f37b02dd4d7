import { type BatchFunction, byId } from "@maillon/subgraph-kit";
import { Order } from "./order.ts";

/**
 * Loads the order that a line or shipment belongs to. What a list of this request has loaded already was loaded as
 * this viewer, so it is not asked for again.
 */
export const orderOf: BatchFunction<string, Order | null> = async (ids, context) => {
  const unitOfWork = context.em.getUnitOfWork();
  return Promise.all(ids.map((id) => unitOfWork.getById(Order, id) ?? context.load(byId(Order), id)));
};

import { type Kind, parseId, type Viewer } from "@maillon/schema";
import { badInput, CommerceModel, compareDecimals, forbidden } from "@maillon/subgraph-kit";
import type { OrderInput, OrderLineInput } from "./order-input.ts";

const MOST_LINES = 200;
const PLACED_BY_COMPANIES: ReadonlySet<CommerceModel> = new Set([
  CommerceModel.B2B,
  CommerceModel.B2B2B,
  CommerceModel.B2A,
]);

/**
 * The company in whose name a viewer orders: always her own.
 * @throws SubgraphError `FORBIDDEN` unless she buys for a company.
 */
export function buyerOf(viewer: Viewer): string {
  if (viewer.kind === "company" && viewer.roles.includes("buying")) return viewer.organization;
  throw forbidden("Orders are placed by the role buying of the company that buys.");
}

/**
 * Refuses a request for what is wrong with it at any time, before anything is looked up.
 * @throws SubgraphError `BAD_USER_INPUT` that names the argument.
 */
export function checkOrder(buyerId: string, input: OrderInput, idempotencyKey: string): void {
  if (!/^[\x21-\x7e]{1,100}$/u.test(idempotencyKey))
    throw badInput("idempotencyKey", "must have 1 to 100 visible ASCII characters");
  if (!isIdOf("org", input.sellerId)) throw badInput("input.sellerId", "is not the id of a company");
  if (input.sellerId === buyerId)
    throw badInput("input.sellerId", "must name another company than the buyer");
  if (!PLACED_BY_COMPANIES.has(input.model))
    throw badInput("input.model", `must be one of ${[...PLACED_BY_COMPANIES].join(", ")}`);
  checkReference(input.purchaseOrderNumber ?? null);
  if (input.lines.length < 1 || input.lines.length > MOST_LINES)
    throw badInput("input.lines", `must have 1 to ${MOST_LINES} lines`);
  for (const [place, line] of input.lines.entries()) checkLine(`input.lines.${place}`, line);
}

function checkLine(path: string, { productId, quantity }: OrderLineInput): void {
  if (!isIdOf("prd", productId)) throw badInput(`${path}.productId`, "is not the id of a product");
  if (compareDecimals(quantity, "0") <= 0) throw badInput(`${path}.quantity`, "must be above zero");
}

function checkReference(purchaseOrderNumber: string | null): void {
  if (purchaseOrderNumber === null || /^(?=.*\S)[^\p{Cc}]{1,60}$/u.test(purchaseOrderNumber)) return;
  throw badInput(
    "input.purchaseOrderNumber",
    "must have 1 to 60 characters, none of them a control character",
  );
}

function isIdOf(kind: Kind, id: string): boolean {
  return parseId(id)?.kind === kind;
}

import { type ExchangeInput, lineTotalOf, totalOf } from "@maillon/schema/exchange";

type OrderInput = ExchangeInput<"orders">;

/** One line of a test's order: 2 pieces of a product at a price. */
export interface TestLine {
  readonly product: string;
  readonly quantity?: string;
  readonly unitPrice?: string;
  readonly discountPercent?: string;
}

/** An order as a delivery has it; what a test does not name is of no concern to it. */
export function orderRecord({
  lines = [{ product: "t100" }],
  ...order
}: Partial<Omit<OrderInput, "lines">> & {
  key: string;
  seller: string;
  lines?: readonly TestLine[];
}): OrderInput {
  const written = lines.map((line, place) => lineRecord(line, place));
  return {
    number: `N-${order.key}`,
    model: "B2B",
    state: "OPEN",
    currency: "EUR",
    placedAt: "2026-03-02T09:30:00Z",
    ...order,
    lines: written,
    total: totalOf(written),
  };
}

function lineRecord(line: TestLine, place: number): OrderInput["lines"][number] {
  const price = { quantity: "2", unitPrice: "100", discountPercent: "0", ...line };
  return { key: `${place}`, unit: "C62", ...price, lineTotal: lineTotalOf(price) };
}

/** An offer of a product at 139 EUR, published unless it names its audience. */
export function offerRecord(
  offer: Partial<ExchangeInput<"offers">> & { key: string; seller: string; product: string },
): ExchangeInput<"offers"> {
  return { price: { amount: "139.00", currency: "EUR" }, available: true, audience: "PUBLIC", ...offer };
}

/** An award of 84,000 EUR. */
export function awardRecord(
  award: Partial<ExchangeInput<"awards">> & { key: string; buyer: string; holders: string[] },
): ExchangeInput<"awards"> {
  return {
    object: "Sensors for school heating",
    cpv: "38400000",
    procedure: "Open procedure",
    total: { amount: "84000", currency: "EUR" },
    durationMonths: 48,
    notifiedAt: "2026-02-16",
    ...award,
  };
}

/**
 * The orders of a small chain, one of each kind: `b2b` (Integra to Boulange), `resold` (Integra sells
 * Fabrica's brand to Boulange), `through` (Fabrica to Boulange through Integra), `branded` (Vega sells to
 * Claire under Fabrica's brand, Integra brought her in) and `rival` (Fabrica to Rivalis).
 */
export const CHAIN: readonly OrderInput[] = [
  orderRecord({ key: "b2b", seller: "integra", buyer: "boulange", customer: "boulange" }),
  orderRecord({ key: "resold", seller: "integra", buyer: "boulange", soldUnderBrandOf: "fabrica" }),
  orderRecord({
    key: "through",
    seller: "fabrica",
    buyer: "boulange",
    intermediary: "integra",
    model: "B2B2B",
  }),
  orderRecord({
    key: "branded",
    seller: "vega",
    customer: "claire",
    intermediary: "integra",
    soldUnderBrandOf: "fabrica",
    model: "B2B2C",
  }),
  orderRecord({ key: "rival", seller: "fabrica", buyer: "rivalis" }),
];

import { Money } from "@maillon/subgraph-kit";

/** A money out of two columns that are both there or both absent. */
export function moneyOrNone(amount: string | null, currencyCode: string | null): Money | null {
  return amount === null || currencyCode === null ? null : Money.of(amount, currencyCode);
}

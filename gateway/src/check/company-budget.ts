import { createBoundedCache, type Viewer } from "@maillon/schema";
import { companyOf } from "./company-of.ts";

/**
 * Takes the cost of an operation out of the budget of the viewer's company; answers undefined when it was
 * enough, else after how many seconds it will be.
 */
export type SpendBudget = (viewer: Viewer, cost: number) => number | undefined;

/** How much each company may ask for. */
export interface CompanyBudget {
  /** Fields that a company's answers may hold in a second, by the cost of what it asks. */
  readonly perSecond: number;
  /** Milliseconds since any fixed time. */
  readonly now: () => number;
}

interface Bucket {
  left: number;
  at: number;
}

/** A company that was quiet may spend so many seconds' worth at once. */
const SAVED = 10;
/** Companies that are remembered; whoever is forgotten starts with a full budget. */
const REMEMBERED = 10_000;

/**
 * Gives each company a budget that fills up again while it waits (a token bucket), so that one company's
 * flood of operations, each of which is acceptable, leaves room for the others.
 */
export function createSpendBudget({ perSecond, now }: CompanyBudget): SpendBudget {
  const most = perSecond * SAVED;
  const buckets = createBoundedCache<Bucket>(REMEMBERED);
  return (viewer, cost) => {
    const company = companyOf(viewer);
    const bucket = buckets.get(company) ?? { left: most, at: now() };
    buckets.set(company, bucket);
    const time = now();
    bucket.left = Math.min(most, bucket.left + ((time - bucket.at) / 1_000) * perSecond);
    bucket.at = time;
    // An operation that costs more than can be saved must wait for a full budget, not for ever.
    const needed = Math.min(cost, most);
    if (bucket.left < needed) return (needed - bucket.left) / perSecond;
    bucket.left -= needed;
    return undefined;
  };
}

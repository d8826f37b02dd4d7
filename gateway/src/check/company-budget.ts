import { createBoundedCache, type Viewer } from "@maillon/schema";
import { companyOf } from "./company-of.ts";

/** What each company may still ask for, in fields that its answers may hold. */
export interface CompanyBudget {
  /**
   * Takes the cost of what a viewer asks for out of the budget of her company; answers undefined when it was enough,
   * else after how many seconds it will be.
   */
  readonly spend: (viewer: Viewer, cost: number) => number | undefined;
  /**
   * Takes the cost of work that is done whether or not there is enough left: it is known only after the operation was
   * let in. What the company asks next waits until it is paid.
   */
  readonly charge: (viewer: Viewer, cost: number) => void;
}

/** How much each company may ask for. */
export interface BudgetOptions {
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
export function createCompanyBudget({ perSecond, now }: BudgetOptions): CompanyBudget {
  const most = perSecond * SAVED;
  const buckets = createBoundedCache<Bucket>(REMEMBERED);

  /** The budget of a viewer's company as it is now. */
  function bucketOf(viewer: Viewer): Bucket {
    const company = companyOf(viewer);
    const time = now();
    const bucket = buckets.get(company) ?? { left: most, at: time };
    buckets.set(company, bucket);
    bucket.left = Math.min(most, bucket.left + ((time - bucket.at) / 1_000) * perSecond);
    bucket.at = time;
    return bucket;
  }

  return {
    spend(viewer, cost) {
      const bucket = bucketOf(viewer);
      // An operation that costs more than can be saved must wait for a full budget, not for ever.
      const needed = Math.min(cost, most);
      if (bucket.left < needed) return (needed - bucket.left) / perSecond;
      bucket.left -= needed;
      return undefined;
    },
    charge(viewer, cost) {
      bucketOf(viewer).left -= cost;
    },
  };
}

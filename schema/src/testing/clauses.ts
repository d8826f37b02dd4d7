import type { DataClass } from "../data-class.ts";
import type { ClauseRecord } from "../exchange/clause.ts";
import { company, type CompanyName } from "./chain.ts";

/** The levels of a DATA_SHARING or PRICE_VISIBILITY clause. */
export const LEVELS = ["NONE", "EXISTENCE", "PSEUDONYMOUS", "AGGREGATE", "IDENTIFIED", "FULL"] as const;

type Level = (typeof LEVELS)[number];

const head = { text: "As agreed.", survivesTermination: false };

/** Who shares with whom. */
export interface Direction {
  readonly from: CompanyName;
  readonly to: CompanyName;
}

/** A DATA_SHARING clause. */
export function sharing({ from, to }: Direction, dataClass: DataClass, level: Level): ClauseRecord {
  const [grantor, grantee] = [company(from), company(to)];
  return {
    type: "DATA_SHARING",
    ...head,
    code: "1",
    from: grantor,
    to: grantee,
    dataClass,
    level,
    purpose: "Recalls",
  };
}

/** A PRICE_VISIBILITY clause for resale prices as an aggregate. */
export function pastPrices({ from, to }: Direction, delayDays: number): ClauseRecord {
  const [grantor, grantee] = [company(from), company(to)];
  const what = { dataClass: "PRICE_RESALE", level: "AGGREGATE" } as const;
  return { type: "PRICE_VISIBILITY", ...head, code: "2", from: grantor, to: grantee, ...what, delayDays };
}

/** A CUSTOMER_OWNERSHIP clause of kind CO_OWNED. */
export function coOwned(jointController = false): ClauseRecord {
  return { type: "CUSTOMER_OWNERSHIP", ...head, code: "3", ownership: "CO_OWNED", jointController };
}

/** A KPI_SHARING clause. */
export function indicators(minimumGroupSize?: number): ClauseRecord {
  return { type: "KPI_SHARING", ...head, code: "4", kpis: ["revenue"], minimumGroupSize, cadence: "P1M" };
}

/** A SERVICE clause. */
export function service(responsible: CompanyName, covers: string[]): ClauseRecord {
  return { type: "SERVICE", ...head, code: "5", responsible: company(responsible), covers };
}

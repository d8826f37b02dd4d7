import type { ClauseRecord } from "../exchange/clause.ts";
import { agreement, company } from "../testing/chain.ts";
import { coOwned, indicators, pastPrices, service, sharing } from "../testing/clauses.ts";
import { lintClauses, type FloorRule } from "./lint-clauses.ts";

const up = { from: "integra", to: "fabrica" } as const;
const down = { from: "fabrica", to: "integra" } as const;
const head = { code: "7", text: "As agreed.", survivesTermination: false };
const nonCompete = (durationMonths: number): ClauseRecord => ({
  type: "RESTRICTION",
  ...head,
  kind: "NON_COMPETE",
  bound: company("integra"),
  protects: company("fabrica"),
  durationMonths,
});
const commission = (payee: "fabrica" | "integra", base: string): ClauseRecord => ({
  type: "COMMISSION",
  ...head,
  payer: company(payee === "fabrica" ? "integra" : "fabrica"),
  payee: company(payee),
  ratePercent: "6",
  base,
  capturedAt: "When the order is complete",
});
const rules = (clause: ClauseRecord): FloorRule[] =>
  lintClauses(agreement("fabrica-integra", [clause])).map(({ rule }) => rule);

describe("the floor", () => {
  it.each<[clause: string, rule: FloorRule, clauseRecord: ClauseRecord]>([
    ["resale prices one by one", "F1", sharing(up, "PRICE_RESALE", "FULL")],
    ["resale prices as an aggregate without a delay", "F1", pastPrices(up, 0)],
    [
      "resale prices as an aggregate by data sharing, which knows no delay",
      "F1",
      sharing(up, "PRICE_RESALE", "AGGREGATE"),
    ],
    ["the amounts of orders", "F1", sharing(up, "TRADE_AMOUNT", "AGGREGATE")],
    ["the identity of end users to the supplier", "F1", sharing(up, "CUSTOMER_IDENTITY", "IDENTIFIED")],
    ["named orders to the supplier", "F1", sharing(up, "TRADE_CORE", "IDENTIFIED")],
    ["negotiated prices", "F2", sharing(down, "PRICE_SUPPLY", "EXISTENCE")],
    ["bids", "F3", sharing(up, "BID", "AGGREGATE")],
    [
      "personal data for no purpose",
      "F4",
      { ...sharing(up, "CUSTOMER_PROFILE", "FULL"), purpose: "-" } as ClauseRecord,
    ],
    ["requests of persons", "F4", sharing(up, "DATA_SUBJECT", "FULL")],
    ["who decided", "F5", sharing(up, "DECISION", "EXISTENCE")],
    [
      "a commission of the supplier on the resale price",
      "F6",
      commission("fabrica", "Net amount of the order"),
    ],
    [
      "a commission of the supplier on what the resale price exceeds the supply price by",
      "F6",
      commission("fabrica", "Resale price less purchase price"),
    ],
    [
      "a commission of the supplier on a fixed resale price",
      "F6",
      commission("fabrica", "flat: r\u0435sale price"),
    ],
    [
      "a commission of the supplier on whose purchase nobody says",
      "F6",
      commission("fabrica", "Total of the purchase order"),
    ],
    ["indicators over two parties", "F7", indicators(2)],
    [
      "aggregates over two parties",
      "F7",
      { ...sharing(up, "TRADE_CORE", "AGGREGATE"), minimumGroupSize: 2 } as ClauseRecord,
    ],
    ["costs", "COST", sharing(down, "PRICE_COST", "AGGREGATE")],
    ["a non-compete beyond five years", "NON_COMPETE", nonCompete(61)],
    [
      "data of a company that has not signed",
      "NOT_A_PARTY",
      sharing({ from: "vega", to: "fabrica" }, "TRADE_CORE", "FULL"),
    ],
    ["a service by a company that has not signed", "NOT_A_PARTY", service("vega", ["REPAIR"])],
  ])("refuses a clause about %s by rule %s", (_clause, rule, clauseRecord) => {
    expect(rules(clauseRecord)).toEqual([rule]);
  });

  it.each<[clause: string, clauseRecord: ClauseRecord]>([
    ["past resale prices as an aggregate, ninety days late", pastPrices(up, 90)],
    ["orders under pseudonyms", sharing(up, "TRADE_CORE", "PSEUDONYMOUS")],
    ["named orders to a reseller", sharing(down, "TRADE_CORE", "IDENTIFIED")],
    ["profiles for a purpose", sharing(up, "CUSTOMER_PROFILE", "FULL")],
    ["co-owned customers", coOwned(true)],
    ["indicators over five parties", indicators(5)],
    ["indicators whose group size the floor sets", indicators()],
    ["a commission of the intermediary", commission("integra", "Net amount of the order")],
    ["a commission of the supplier on the supply price", commission("fabrica", "Supply price of the goods")],
    ["a fixed fee of the supplier", commission("fabrica", "Fixed fee per unit")],
    ["a service", service("fabrica", ["REPAIR"])],
    ["a non-compete of five years", nonCompete(60)],
    ["keeping negotiated prices away", sharing(down, "PRICE_SUPPLY", "NONE")],
  ])("lets a clause about %s pass", (_clause, clauseRecord) => {
    expect(rules(clauseRecord)).toEqual([]);
  });

  it("names the clause and says why", () => {
    expect(lintClauses(agreement("fabrica-integra", [indicators(2)]))).toEqual([
      { clause: "4", rule: "F7", why: "In a group of 2 each party could compute the other one." },
    ]);
  });
});

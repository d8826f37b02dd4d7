import type { Viewer } from "@maillon/schema";
import { createCompanyBudget } from "./company-budget.ts";

const of = (organization: string): Viewer => ({
  kind: "company",
  organization,
  roles: [],
  subject: "person",
});
const consumer = (subject: string): Viewer => ({ kind: "consumer", customers: [], subject });

/** A budget of 100 a second, of which 1,000 can be saved, and its clock. */
function openBudget() {
  let time = 0;
  const budget = createCompanyBudget({ perSecond: 100, now: () => time });
  return { ...budget, wait: (seconds: number) => void (time += seconds * 1_000) };
}

describe("the budget of a company", () => {
  it("is spent by all of its viewers, and says when there is enough again", () => {
    const { spend, wait } = openBudget();
    expect(spend(of("integra"), 900)).toBeUndefined();
    expect(spend({ ...of("integra"), subject: "another person" }, 300)).toBe(2);
    wait(1);
    expect(spend(of("integra"), 300)).toBe(1);
    wait(1);
    expect(spend(of("integra"), 300)).toBeUndefined();
  });

  it("is not that of another company, nor of a consumer", () => {
    const { spend } = openBudget();
    expect(spend(of("integra"), 1_000)).toBeUndefined();
    expect(spend(of("integra"), 1)).toBe(0.01);
    expect(spend(of("rivalis"), 1_000)).toBeUndefined();
    expect(spend(consumer("claire"), 1_000)).toBeUndefined();
    expect(spend(consumer("claire"), 1)).toBe(0.01);
    expect(spend(consumer("denis"), 1)).toBeUndefined();
  });

  it("does not grow beyond what can be saved", () => {
    const { spend, wait } = openBudget();
    wait(1_000_000);
    expect(spend(of("integra"), 1_000)).toBeUndefined();
    expect(spend(of("integra"), 1)).toBe(0.01);
  });

  it("is enough, when it is full, for one operation that costs more than can be saved", () => {
    const { spend } = openBudget();
    expect(spend(of("integra"), 5_000)).toBeUndefined();
    expect(spend(of("integra"), 5_000)).toBe(10);
  });

  it("owes what was charged beyond it, and is nobody else's debt", () => {
    const { spend, charge, wait } = openBudget();
    charge(of("integra"), 1_200);
    expect(spend(of("integra"), 100)).toBe(3);
    expect(spend(of("rivalis"), 1_000)).toBeUndefined();
    wait(3);
    expect(spend(of("integra"), 100)).toBeUndefined();
  });
});

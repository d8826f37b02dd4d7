import type { Explanation } from "@maillon/schema/policy";
import { openRefusalLog } from "./refusal-log.ts";

const explanation = (change: Partial<Explanation> = {}): Explanation => ({
  coordinate: "Order.total",
  dataClass: "TRADE_AMOUNT",
  effect: "DENIED",
  rule: "F1-trade-amount",
  why: "The amount of a resale would tell a supplier the resale price.",
  missing: [],
  ...change,
});

test("five thousand refusals for one reason are one note with the first five paths, and only those are made", () => {
  const log = openRefusalLog();
  let made = 0;
  const path = (place: number) => () => {
    made += 1;
    return ["orders", place, "total"];
  };
  // Two explanations of equal words, as objects with different facts have them.
  const both = [explanation(), explanation()];
  for (let place = 0; place < 5_000; place += 1)
    for (const each of both.slice(place % 2, (place % 2) + 1)) log.note(each, path(place));
  const { why, dataClass, ...same } = explanation();
  const paths = [0, 1, 2, 3, 4].map((place) => ["orders", place, "total"]);
  expect(log.notes()).toEqual([{ ...same, class: dataClass, reason: why, count: 5_000, paths }]);
  expect(made).toBe(5);
});

test("refusals that turn on different clauses are told apart, up to a hundred", () => {
  const log = openRefusalLog();
  const all = Array.from({ length: 150 }, (_, place) =>
    explanation({ agreement: `agr_${place}`, clause: "1" }),
  );
  for (const each of [...all, ...all]) log.note(each, () => ["orders"]);
  expect(log.notes().map(({ agreement, count }) => `${agreement} ${count}`)).toEqual(
    all.slice(0, 100).map(({ agreement }) => `${agreement} 2`),
  );
});

test.each(["HIDDEN", "GRANTED"] as const)("what is %s leaves no trace", (effect) => {
  const log = openRefusalLog();
  log.note(explanation({ effect }), () => ["orders"]);
  expect(log.notes()).toEqual([]);
});

import { countOutcomes } from "./count-outcomes.ts";

describe("a partial answer", () => {
  const absence = { from: 100, to: 200 };
  test.each([
    ["is right while a subgraph is away", 120, 10, { partial: 1, failed: 0 }],
    ["is right if it was due just before", 90, 20, { partial: 1, failed: 0 }],
    ["is a failure when it was given before", 80, 10, { partial: 0, failed: 1 }],
    ["is a failure when the subgraph is back", 200, 10, { partial: 0, failed: 1 }],
  ])("%s", (...[, due, latency, counts]) => {
    expect(countOutcomes([{ due, latency, outcome: "partial" }], [absence])).toMatchObject(counts);
  });
});

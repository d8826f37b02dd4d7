import { createPace } from "./large-answer-pace.ts";

describe("the pace of large answers", () => {
  it("lets what was saved come at once, and the rest at its rate, whatever answers it is of", () => {
    const pace = createPace({ largeBytesPerSecond: 1_000 });
    expect(pace(500, 10_000)).toBe(0);
    expect(pace(1_000, 10_000)).toBe(1_000);
    expect(pace(1_000, 10_000)).toBe(2_000);
    expect(pace(100, 11_000)).toBe(1_100);
  });

  it("saves no more than half a second's worth, however long a subgraph was quiet", () => {
    const pace = createPace({ largeBytesPerSecond: 1_000 });
    expect(pace(0, 0)).toBe(0);
    expect(pace(600, 1_000_000)).toBe(100);
  });
});

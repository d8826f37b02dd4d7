import { trendOf } from "./memory-watch.ts";

describe("the trend of memory", () => {
  test.each([
    ["is flat where nothing changes", () => 100, 0],
    ["is the slope of a line, a minute", (minute: number) => 100 + minute, 1],
    ["counts the last third alone", (minute: number) => Math.min(minute, 6) * 50, 0],
    ["does not count what is collected again", (minute: number) => 100 + ((minute * 10) % 4) * 5, 0],
  ])("%s", (_title, megabytesAt, slope) => {
    const readings = Array.from({ length: 121 }, (_, index) => ({
      seconds: index * 6,
      megabytes: megabytesAt(index / 10),
    }));
    expect(trendOf(readings).slope).toBeCloseTo(slope, 1);
  });
});

import { trendOf } from "./memory-watch.ts";

/** Ten minutes, read every five seconds. */
function trend(megabytesAt: (minute: number) => number) {
  return trendOf(
    Array.from({ length: 121 }, (_, index) => ({ seconds: index * 5, megabytes: megabytesAt(index / 12) })),
  );
}

/** Garbage that grows for some minutes and is then collected. */
const garbage = (
  minute: number,
  { every, most }: { readonly every: number; readonly most: number },
): number => ((minute % every) / every) * most;
const often = { every: 0.5, most: 60 };
const seldom = { every: 4, most: 40 };

describe("the slope of memory", () => {
  test.each([
    ["is none where nothing changes", () => 100, 0],
    ["is that of a line, in megabytes a minute", (minute: number) => 100 + minute, 1],
    ["is that of the last third", (minute: number) => Math.min(minute, 6) * 50, 0],
    ["leaves out what is collected again", (minute: number) => 100 + garbage(minute, often), 0],
  ])("%s", (_title, megabytesAt, slope) => {
    expect(trend(megabytesAt).slope).toBeCloseTo(slope, 1);
  });
});

describe("memory rises", () => {
  test.each([
    ["a leak of 5 MB a minute", (minute: number) => 300 + minute * 5],
    ["such a leak under garbage", (minute: number) => 300 + minute * 5 + garbage(minute, often)],
    ["such a leak after the start", (minute: number) => 200 + Math.max(100, 90 + minute * 5)],
    ["a leak that gets faster", (minute: number) => 200 + minute ** 2],
  ])("with %s", (_title, megabytesAt) => {
    expect(trend(megabytesAt).rises).toBe(true);
  });
});

describe("memory does not rise", () => {
  test.each([
    ["with garbage that is collected often", (minute: number) => 100 + garbage(minute, often)],
    ["with garbage that is collected seldom", (minute: number) => 100 + garbage(minute, seldom)],
    ["with the start alone", (minute: number) => 300 - 100 * Math.exp(-minute)],
    ["out of a trough", (minute: number) => (minute < 6.7 ? 333 - minute * 13.5 : 243 + (minute - 6.7) * 12)],
    ["out of a late trough", (minute: number) => (minute < 8 ? 300 : 200 + (minute - 8) * 40)],
  ])("%s", (_title, megabytesAt) => {
    expect(trend(megabytesAt).rises).toBe(false);
  });
});

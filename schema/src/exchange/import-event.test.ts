import { importEvent } from "./import-event.ts";

describe("a line of an importer", () => {
  it.each([
    { type: "progress", file: "orders", done: 100 },
    { type: "rejected", file: "orders", line: 12, reason: "total: is not 12" },
    { type: "counted", file: "price-lists", read: 3, imported: 1, unchanged: 1, rejected: 1 },
  ])("is one of the events: $type", (event) => {
    expect(importEvent.parse(event)).toEqual(event);
  });

  it.each([
    ["a file outside the format", { type: "progress", file: "secrets", done: 1 }],
    ["a count below zero", { type: "progress", file: "orders", done: -1 }],
    ["an event nobody defined", { type: "finished" }],
  ])("is refused with %s", (_fault, event) => {
    expect(importEvent.safeParse(event).success).toBe(false);
  });
});

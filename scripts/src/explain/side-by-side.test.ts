import { sideBySide } from "./side-by-side.ts";

const refusal = {
  coordinate: "Order.total",
  rule: "F1-trade-amount",
  reason: "Resale prices are the reseller's own.",
  missing: [],
  paths: [["orders", 0, "total"]],
};

describe("answers side by side", () => {
  test("have a row for each value and a reason for each refusal", () => {
    const text = sideBySide([
      { viewer: "fabrica", data: { orders: [{ id: "b", total: null }] }, visibility: [refusal] },
      {
        viewer: "integra",
        data: {
          orders: [
            { id: "a", total: "10" },
            { id: "b", total: "20" },
          ],
        },
        visibility: [],
      },
      { viewer: "rivalis", data: { orders: [] }, visibility: [] },
    ]);
    expect(text).toBe(
      [
        `|                 | fabrica  | integra | rivalis |`,
        `| --------------- | -------- | ------- | ------- |`,
        `| orders[1].id    | "b"      | "b"     |         |`,
        `| orders[1].total | null (1) | "20"    |         |`,
        `| orders[2].id    |          | "a"     |         |`,
        `| orders[2].total |          | "10"    |         |`,
        ``,
        `1. Order.total: Resale prices are the reseller's own. (F1-trade-amount)`,
      ].join("\n"),
    );
  });

  test("show the null of an object for everything that others see in it", () => {
    const text = sideBySide([
      { viewer: "a", data: { buyer: null }, visibility: [] },
      { viewer: "b", data: { buyer: { name: "Boulange" } }, visibility: [] },
    ]);
    expect(text).toContain(`| buyer.name | null | "Boulange" |`);
  });

  test("name what would grant a refused value", () => {
    const missing = ["a SERVICE clause"];
    const text = sideBySide([
      { viewer: "a", data: { orders: [{ total: null }] }, visibility: [{ ...refusal, missing }] },
    ]);
    expect(text).toContain("Needed: a SERVICE clause.");
  });
});

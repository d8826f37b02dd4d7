import { describeReaders } from "./describe-readers.ts";

const field = (classes: readonly string[], ownClass: boolean) => ({
  subgraph: "orders",
  coordinate: "OrderLine.note",
  classes,
  ownClass,
});

test.each([
  [field([], false), "everybody"],
  [field(["TRADE_AMOUNT", "TRADE_CORE"], true), "TRADE_AMOUNT and TRADE_CORE"],
  [field(["TRADE_CORE"], false), "TRADE_CORE, as its type, for it names no class itself"],
])("the author of %j reads who may read it", (changed, readers) => {
  expect(describeReaders([changed])).toEqual([
    "New, or read by others than before; is that meant?",
    `  OrderLine.note (orders): ${readers}`,
  ]);
});

test("nothing is said when no reader changes", () => {
  expect(describeReaders([])).toEqual([]);
});

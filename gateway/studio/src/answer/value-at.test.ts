import { subjectAt } from "./value-at.ts";

const data = {
  products: {
    nodes: [
      { id: "prd_1", name: "Sensor", price: { unit: { amount: "1" } }, tags: ["a"], offers: [{ name: "x" }] },
    ],
  },
};

describe("the object that a decision about a value is about", () => {
  test.each([
    ["products/nodes/0/name", { id: "prd_1", field: "products/nodes/0/name" }],
    ["products/nodes/0/price/unit/amount", { id: "prd_1", field: "products/nodes/0/price" }],
    ["products/nodes/0/tags/0", { id: "prd_1", field: "products/nodes/0/tags" }],
    ["products/nodes/0/offers/0/name", { id: "prd_1", field: "products/nodes/0/offers" }],
    ["products/nodes", undefined],
    ["products", undefined],
  ])("is the nearest one that was selected with its id: %s", (path, subject) => {
    expect(subjectAt(data, path)).toEqual(subject);
  });
});

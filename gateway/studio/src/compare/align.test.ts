import { align } from "./align.ts";

describe("answers side by side", () => {
  test("align the items of a list by id, and mark what differs", () => {
    const one = {
      list: [
        { id: "a", price: "1" },
        { id: "b", price: "2" },
      ],
    };
    const other = {
      list: [
        { id: "b", price: "3" },
        { id: "a", price: "1" },
      ],
    };
    const differing = align([one, other]).filter(({ differs }) => differs);
    expect(differing.map(({ key, cells }) => [key, ...cells.map(({ value }) => value)])).toEqual([
      ["list/b/price", "2", "3"],
    ]);
  });

  test("mark an object that only one of them holds, at its own row", () => {
    const rows = align([{ cost: { amount: "1" } }, { cost: null }]);
    expect(rows.map(({ key, differs, cells }) => [key, differs, cells[1]?.covered ?? false])).toEqual([
      ["cost", true, false],
      ["cost/amount", false, true],
    ]);
  });

  test("keep the path that each answer has to a value, for its refusal is told there", () => {
    const rows = align([{ list: [{ id: "a" }] }, { list: [{ id: "x" }, { id: "a" }] }]);
    const row = rows.find(({ key }) => key === "list/a/id");
    expect(row?.cells.map(({ path }) => path)).toEqual(["list/0/id", "list/1/id"]);
  });

  test("differ where one has nothing", () => {
    expect(align([{ a: 1 }, undefined])).toMatchObject([{ key: "a", differs: true }]);
  });
});

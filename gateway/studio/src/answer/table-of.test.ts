import { tablesOf } from "./table-of.ts";
import { toCsv } from "./to-csv.ts";

const rows = Array.from({ length: 5_000 }, (_, index) => ({
  id: `p${index}`,
  price: { amount: `${index}.00` },
}));

describe("the tables of an answer", () => {
  test("hold each row of a list, however long, with the values of the objects within it", () => {
    const [table] = tablesOf({ products: { nodes: rows } });
    expect(table?.pattern).toBe("products/nodes");
    expect(table?.columns).toEqual(["id", "price/amount"]);
    expect(table?.rows).toHaveLength(5_000);
    expect(table?.rows.at(-1)).toEqual({
      path: "products/nodes/4999",
      cells: { id: "p4999", "price/amount": "4999.00" },
    });
  });

  test("join the lists at the same place of several objects", () => {
    const orders = [{ lines: [{ id: "a" }] }, { lines: [{ id: "b" }, { id: "c" }] }];
    const lines = tablesOf({ orders }).find(({ pattern }) => pattern === "orders/lines");
    expect(lines?.rows.map(({ path }) => path)).toEqual([
      "orders/0/lines/0",
      "orders/1/lines/0",
      "orders/1/lines/1",
    ]);
  });

  test("show a null object under the columns of its members", () => {
    const [table] = tablesOf({ list: [{ price: null }, { price: { amount: "1" } }] });
    expect(table?.columns).toEqual(["price/amount"]);
  });

  test.each([[undefined], [null], [{ product: { name: "x" } }], [{ tags: ["a"] }]])(
    "are none in %j",
    (data) => {
      expect(tablesOf(data)).toEqual([]);
    },
  );
});

describe("a table as CSV", () => {
  test.each([
    ["a comma", "a,b", '"a,b"'],
    ["a quote", 'a"b', '"a""b"'],
    ["a formula", "=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["a negative amount", "-5.00", "-5.00"],
    ["nothing", null, ""],
    ["a flag", true, "true"],
  ])("writes %s so that a spreadsheet reads the same and runs nothing", (_title, value, cell) => {
    expect(toCsv({ columns: ["name"], rows: [{ path: "list/0", cells: { name: value } }] })).toBe(
      `name\r\n${cell}\r\n`,
    );
  });
});

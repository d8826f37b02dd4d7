import { raw } from "@mikro-orm/core";
import { bindValues, type BoundStatement } from "./bind-values.ts";

describe("values beside a statement", () => {
  test.each<[string, string, unknown[], BoundStatement | undefined]>([
    ["none", "select 1", [], { text: "select 1", values: [] }],
    ["texts", "a = ? and b = ?", ["x", "it's"], { text: "a = $1 and b = $2", values: ["x", "it's"] }],
    ["a number", "limit ?", [21], { text: "limit $1", values: ["21"] }],
    ["a truth", "a = ?", [true], { text: "a = $1", values: ["true"] }],
    ["nothing", "a is ?", [null], { text: "a is $1", values: [null] }],
    ["a moment", "a < ?", [new Date(0)], { text: "a < $1", values: ["1970-01-01T00:00:00.000Z"] }],
    [
      "one after a question mark",
      String.raw`a \? b and c = ?`,
      ["x"],
      { text: "a ? b and c = $1", values: ["x"] },
    ],
    [
      "those of a fragment, in their turn",
      "a = ? and b = ? and c = ?",
      ["x", raw("any(?)", ["{y}"]), "z"],
      { text: "a = $1 and b = any($2) and c = $3", values: ["x", "{y}", "z"] },
    ],
    ["not an object, which MikroORM writes in its own way", "a = ?", [{ x: 1 }], undefined],
    ["not a missing one", "a = ?", [undefined], undefined],
    ["not a name", "?? = 1", ["a"], undefined],
  ])("are %s", (_, ...[sql, params, expected]) => {
    expect(bindValues(sql, params)).toEqual(expected);
  });
});

import { parseId } from "../id.ts";
import { SUBGRAPHS } from "../subgraphs.ts";
import { EXCHANGE } from "./definition.ts";
import { exchangeIds } from "./exchange-ids.ts";
import { FILES } from "./field.ts";

const secret = "a secret of the delivery";

describe("the id of an exchanged record", () => {
  it.each(FILES)("of %s names the company that keeps it", (file) => {
    const { kind, subgraph } = EXCHANGE[file];
    const { operator } = SUBGRAPHS[subgraph];
    expect(parseId(exchangeIds({ source: "demo", secret })(file, "one"))).toEqual({ kind, operator });
  });

  it("is the same for whoever refers to the record", () => {
    const owner = exchangeIds({ source: "demo", secret });
    const other = exchangeIds({ source: "demo", secret });
    expect(owner("companies", "integra")).toBe(other("companies", "integra"));
  });

  it("is another one in another source", () => {
    const first = exchangeIds({ source: "demo", secret });
    const second = exchangeIds({ source: "northwind", secret });
    expect(first("companies", "integra")).not.toBe(second("companies", "integra"));
  });

  it("of a part is its own, whatever signs the keys hold", () => {
    const idOf = exchangeIds({ source: "demo", secret });
    const parts = [
      idOf("orders", "a", { kind: "lin", key: "b/c" }),
      idOf("orders", "a/b", { kind: "lin", key: "c" }),
      idOf("orders", "a/b", { kind: "shp", key: "c" }),
    ];
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts.map((id) => parseId(id)?.kind)).toEqual(["lin", "lin", "shp"]);
  });
});

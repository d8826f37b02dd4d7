import { readFileSync } from "node:fs";
import { EXCHANGE } from "./definition.ts";
import { FILES } from "./field.ts";

const page = readFileSync(new URL("../../exchange-format.md", import.meta.url), "utf8");

describe("the page about the exchange format", () => {
  it("lists every file with the company's subgraph that keeps it, and no other", () => {
    const rows = Array.from(
      page.matchAll(/^\| `([\w-]+)\.ndjson` *\|.*\| (\w+) *\|$/gm),
      ([, file, keeper]) => [file, keeper],
    );
    expect(rows).toEqual(FILES.map((file) => [file, EXCHANGE[file].subgraph]));
  });
});

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { staleFiles, writeFiles } from "./write-files.ts";

function openRepository(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), "maillon-repository-"));
  mkdirSync(join(root, "schema", "subgraphs"), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}

const published = new Map([
  ["schema/supergraph.graphql", "type Query"],
  ["schema/subgraphs/orders.graphql", "type Order"],
  ["schema/exchange/orders.schema.json", "{}"],
]);

describe("published files", () => {
  it("are stale when they are missing, changed, or left of a company that is gone", () => {
    using repository = openRepository({
      "schema/supergraph.graphql": "type Query",
      "schema/subgraphs/orders.graphql": "type Ordre",
      "schema/subgraphs/gone.graphql": "type Gone",
    });
    expect(staleFiles(repository.root, published)).toEqual([
      "schema/exchange/orders.schema.json",
      "schema/subgraphs/gone.graphql",
      "schema/subgraphs/orders.graphql",
    ]);
  });

  it("are no longer stale once they are written", () => {
    using repository = openRepository({ "schema/subgraphs/gone.graphql": "type Gone" });
    writeFiles(repository.root, published, staleFiles(repository.root, published));
    expect(staleFiles(repository.root, published)).toEqual([]);
    expect(readFileSync(join(repository.root, "schema/subgraphs/orders.graphql"), "utf8")).toBe("type Order");
    expect(existsSync(join(repository.root, "schema/subgraphs/gone.graphql"))).toBe(false);
  });
});

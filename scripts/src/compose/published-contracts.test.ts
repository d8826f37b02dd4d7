import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishedContracts } from "./published-contracts.ts";

function openRepository(contracts: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), "maillon-published-"));
  for (const [name, sdl] of Object.entries(contracts)) {
    mkdirSync(join(root, "schema", "subgraphs"), { recursive: true });
    writeFileSync(join(root, "schema", "subgraphs", `${name}.graphql`), sdl);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}

describe("the contracts of a repository", () => {
  it("are those that it published, save one in the middle of a merge", () => {
    const orders = "type Order { id: ID! }";
    using repository = openRepository({ orders, customers: `<<<<<<< ours\n${orders}\n=======\n` });
    expect(publishedContracts(repository.root)).toEqual([{ name: "orders", sdl: orders }]);
  });

  it("are none before the first time", () => {
    using repository = openRepository({});
    expect(publishedContracts(repository.root)).toEqual([]);
  });
});

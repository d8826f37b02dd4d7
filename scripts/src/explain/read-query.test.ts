import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readQuery } from "./read-query.ts";

function openFolder() {
  const path = mkdtempSync(join(tmpdir(), "maillon-query-"));
  writeFileSync(join(path, "orders.graphql"), "{ orders { nodes { id } } }");
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

test("a query file is looked for where the command was given", async () => {
  using folder = openFolder();
  await expect(readQuery("orders.graphql", folder.path)).resolves.toBe("{ orders { nodes { id } } }");
});

test("a query file that is forgotten, so that a viewer comes last, is told with its place", async () => {
  using folder = openFolder();
  await expect(readQuery("integra/buying", folder.path)).rejects.toThrow(
    `The query comes last, in a file, and cannot be read at ${join(folder.path, "integra/buying")}.`,
  );
});

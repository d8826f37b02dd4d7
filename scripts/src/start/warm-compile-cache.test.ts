import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cleanup } from "./cleanup.ts";
import { warmCompileCache } from "./warm-compile-cache.ts";

const NOTE = `import { writeFileSync } from "node:fs"; writeFileSync(new URL("ran", import.meta.url), "");`;

describe("warming the compile cache", () => {
  test.each([
    { does: "loads a subgraph when nothing is compiled yet", compiled: [], ran: true },
    { does: "does nothing when something is", compiled: ["a1b2c3d4"], ran: false },
  ])("$does", async ({ compiled, ran }) => {
    using checkout = openCheckout(NOTE);
    for (const name of compiled) writeFileSync(join(checkout.cache, name), "");
    await warmCompileCache({ ...checkout, cleanup: new Cleanup() });
    expect(checkout.ran()).toBe(ran);
  });

  test("leaves it to others to say what is wrong with a subgraph", async () => {
    using checkout = openCheckout(`${NOTE} throw new Error("broken");`);
    await expect(warmCompileCache({ ...checkout, cleanup: new Cleanup() })).resolves.toBeUndefined();
  });

  test("ends with the start", async () => {
    using checkout = openCheckout("setInterval(() => {}, 60_000);");
    const cleanup = new Cleanup();
    const warmed = warmCompileCache({ ...checkout, cleanup });
    await cleanup.run();
    await expect(warmed).resolves.toBeUndefined();
  });
});

function openCheckout(contract: string) {
  const root = mkdtempSync(join(tmpdir(), "maillon-warm-"));
  const cache = join(root, "cache");
  const source = join(root, "subgraphs", "catalogue", "src");
  for (const folder of [cache, source]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(source, "contract.ts"), contract);
  return {
    root,
    cache,
    ran: () => existsSync(join(source, "ran")),
    [Symbol.dispose]: () => rmSync(root, { recursive: true }),
  };
}

import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ensureStudio, studioFolder } from "./ensure-studio.ts";

/** Notes that it ran and what was there then, and builds a page. */
const BUILD = `
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
const [folder] = process.argv.slice(2);
appendFileSync(new URL("../../builds", import.meta.url), existsSync(folder.replace(/\\.\\d+$/, "")) ? "again" : "*");
writeFileSync(folder + "/index.html", "the studio");
appendFileSync(new URL("../../environment", import.meta.url), Object.keys(process.env).join());
process.exit(0);
`;
const never = new AbortController().signal;

describe("the folder of the studio", () => {
  test.each([
    ["a source", "gateway/studio/src/main.tsx"],
    ["the page", "gateway/studio/index.html"],
    ["a setting", "gateway/studio/package.json"],
    ["the way it is built", "gateway/studio/build-studio.ts"],
    ["a dependency", "pnpm-lock.yaml"],
  ])("is another one when %s has changed", (_what, file) => {
    using checkout = openCheckout();
    const before = studioFolder(checkout.root);
    checkout.write(file, "// changed");
    expect(studioFolder(checkout.root)).not.toBe(before);
  });

  test("is the same one when only a test has changed", () => {
    using checkout = openCheckout();
    const before = studioFolder(checkout.root);
    checkout.write("gateway/studio/src/main.test.ts", "// changed");
    expect(studioFolder(checkout.root)).toBe(before);
  });
});

describe("building the studio", () => {
  test("makes its folder, once for the same sources, and leaves nothing else", async () => {
    using checkout = openCheckout();
    const folder = await checkout.build();
    await checkout.build();
    expect(checkout.read("builds")).toBe("*");
    expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("the studio");
    expect(readdirSync(dirname(folder))).toHaveLength(1);
  });

  test("tells the builder nothing of the environment but where programs are", async () => {
    using checkout = openCheckout();
    await checkout.build();
    expect(checkout.read("environment")).not.toContain("HOME");
  });

  test("that fails says why, shows nobody a half-built folder, and can be tried again", async () => {
    using checkout = openCheckout();
    checkout.write(
      "gateway/studio/build-studio.ts",
      `import { writeFileSync } from "node:fs";
       writeFileSync(process.argv[2] + "/index.html", "half");
       throw new Error("no such component");`,
    );
    await expect(checkout.build()).rejects.toThrow("no such component");
    expect(readdirSync(dirname(studioFolder(checkout.root)))).toEqual([]);
    checkout.write("gateway/studio/build-studio.ts", BUILD);
    expect(existsSync(await checkout.build())).toBe(true);
  });

  test("that another start ends first keeps what that one built", async () => {
    using checkout = openCheckout();
    const folder = studioFolder(checkout.root);
    checkout.write("other/index.html", "of the other start");
    checkout.write(
      "gateway/studio/build-studio.ts",
      `import { cpSync } from "node:fs";
       cpSync(new URL("../../other", import.meta.url), ${JSON.stringify(folder)}, { recursive: true });
       process.exit(0);`,
    );
    await ensureStudio({ root: checkout.root, folder, ending: never });
    expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("of the other start");
    expect(readdirSync(dirname(folder))).toHaveLength(1);
  });

  test("removes the drafts of builds that were killed, and no other", async () => {
    using checkout = openCheckout();
    const gone = spawnSync(process.execPath, ["--eval", ""]).pid;
    const cache = dirname(studioFolder(checkout.root));
    for (const pid of [gone, process.ppid])
      mkdirSync(join(cache, `0123456789abcdef.${pid}`), { recursive: true });
    await checkout.build();
    expect(readdirSync(cache).filter((name) => name.includes("."))).toEqual([
      `0123456789abcdef.${process.ppid}`,
    ]);
  });

  test("ends when it is asked to, and leaves no draft", async () => {
    using checkout = openCheckout();
    checkout.write("gateway/studio/build-studio.ts", "setInterval(() => {}, 60_000);");
    const ending = new AbortController();
    const folder = studioFolder(checkout.root);
    const built = ensureStudio({ root: checkout.root, folder, ending: ending.signal });
    setTimeout(() => ending.abort(), 100);
    await expect(built).rejects.toThrow("aborted");
    expect(readdirSync(dirname(folder))).toEqual([]);
  });
});

/** A checkout with a studio that is quick to build. */
function openCheckout() {
  const root = mkdtempSync(join(tmpdir(), "maillon-checkout-"));
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  };
  write("pnpm-lock.yaml", "");
  write("gateway/studio/package.json", `{ "type": "module" }`);
  write("gateway/studio/src/main.tsx", "");
  write("gateway/studio/build-studio.ts", BUILD);
  return {
    root,
    write,
    read: (file: string) => readFileSync(join(root, file), "utf8"),
    async build(): Promise<string> {
      const folder = studioFolder(root);
      await ensureStudio({ root, folder, ending: never });
      return folder;
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true }),
  };
}

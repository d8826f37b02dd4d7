import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";

/** Stands in for the chain: says that it is ready, and which signal ended it. */
const RUN = `
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => { console.log(signal); process.exit(0); });
setInterval(() => {}, 60_000);
console.log("ready");
`;

describe("npm start", () => {
  test("hands a Ctrl-C on that reaches npm alone", async () => {
    using checkout = openCheckout();
    // A child of its own session inherits no terminal; npm sees the signal of nobody but this test.
    const npm = spawn("npm", ["start"], {
      cwd: checkout.root,
      detached: true,
      stdio: ["ignore", "pipe", "ignore"],
    });
    npm.stdout.on("data", (chunk) => String(chunk).includes("ready") && npm.kill("SIGINT"));
    // Whatever does not end by itself must not outlive the test.
    const patience = setTimeout(() => npm.pid !== undefined && process.kill(-npm.pid, "SIGKILL"), 100_000);
    const [said] = await Promise.all([text(npm.stdout), once(npm, "exit")]);
    clearTimeout(patience);
    expect(said.trim().split("\n").slice(-2)).toEqual(["ready", "SIGINT"]);
  });
});

/** The scripts of this repository's package.json, with another program behind them. */
function openCheckout() {
  const root = mkdtempSync(join(tmpdir(), "maillon-npm-"));
  copyFileSync(resolve(import.meta.dirname, "../../package.json"), join(root, "package.json"));
  mkdirSync(join(root, "scripts"));
  writeFileSync(join(root, "scripts", "run.mjs"), RUN);
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}

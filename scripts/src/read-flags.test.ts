import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { nodeFlags } from "./node-flags.ts";
import { repositoryRoot } from "./repository-root.ts";

test.each([
  ["start", "--port"],
  ["reset", "--help"],
  ["soak", "--hours"],
  ["bench", "--help"],
  ["compose", "--force"],
])("npm run %s does nothing when it does not know a flag, and says so without a stack", (name, flag) => {
  const program = join(repositoryRoot, "scripts", "src", `${name}.ts`);
  const { status, stderr, stdout } = spawnSync(process.execPath, [...nodeFlags, program, flag], {
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.trim().split("\n")).toEqual([
    `Unknown option '${flag}'`,
    expect.stringMatching(new RegExp(`^Usage: npm (run )?${name}`)),
  ]);
});

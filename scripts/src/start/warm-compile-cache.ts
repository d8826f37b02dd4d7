import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { join } from "node:path";
import { nodeFlags } from "../node-flags.ts";
import type { Cleanup } from "./cleanup.ts";
import { subgraphNames } from "./settings.ts";

interface Warming {
  /** The folder that holds `subgraphs/`. */
  readonly root: string;
  readonly cleanup: Cleanup;
  /** Where Node keeps what it has compiled; undefined when it keeps nothing. */
  readonly cache?: string | undefined;
}

/**
 * On the first start of a checkout, lets one process load what all subgraphs load, while the databases are made and the
 * machine has time for it. The processes that then start together find it compiled, instead of each compiling it.
 */
export async function warmCompileCache({
  root,
  cleanup,
  cache = getCompileCacheDir(),
}: Warming): Promise<void> {
  if (cache === undefined || readdirSync(cache).length > 0) return;
  const [name = ""] = subgraphNames;
  const program = join(root, "subgraphs", name, "src", "contract.ts");
  await new Promise<void>((resolve) => {
    // What is wrong with the program is told where it matters, when it is needed.
    const child = execFile(process.execPath, [...nodeFlags, program], () => resolve());
    cleanup.add(() => void child.kill());
  });
}

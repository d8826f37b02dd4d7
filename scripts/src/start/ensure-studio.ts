import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, globSync, readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { processIdentity } from "@maillon/subgraph-kit/embedded";
import { nodeFlags } from "../node-flags.ts";

/** Where built studios are kept, by the content that they were built from: every home of this checkout shares them. */
const CACHE = join("node_modules", ".cache", "maillon-studio");

/** How much of what a failed build said is repeated. */
const ERROR_LINES = 15;

/** One build. */
export interface StudioBuild {
  /** The folder that holds `gateway/studio`. */
  readonly root: string;
  /** What `studioFolder` said before. */
  readonly folder: string;
  /** Ends the build early; it then rejects. */
  readonly ending: AbortSignal;
}

/** Where the studio of the present sources is, once it is built. */
export function studioFolder(root: string): string {
  return join(root, CACHE, fingerprint(root));
}

/**
 * Builds the studio unless its folder is there. It is built beside and then renamed: whoever waits for the folder finds
 * it whole. Of two starts that build at the same time the first to end is kept. Rejects with what the build said.
 */
export async function ensureStudio({ root, folder, ending }: StudioBuild): Promise<void> {
  if (existsSync(folder)) return;
  await removeAbandoned(dirname(folder));
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    await runBuilder(join(root, "gateway", "studio", "build-studio.ts"), draft, ending);
    await rename(draft, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function runBuilder(program: string, draft: string, ending: AbortSignal): Promise<void> {
  ending.throwIfAborted();
  // The channel tells it when this process is killed the hard way.
  const child = fork(program, [draft], {
    execArgv: [...nodeFlags],
    // Libraries of many authors build the studio: none of them gets to see a company's database URL.
    env: { PATH: process.env["PATH"] ?? "" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  stepBack(child);
  const stop = () => child.kill();
  ending.addEventListener("abort", stop);
  const [said, [code]] = await Promise.all([child.stderr ? text(child.stderr) : "", once(child, "exit")]);
  ending.removeEventListener("abort", stop);
  ending.throwIfAborted();
  if (code !== 0) throw new Error(said.trim().split("\n").slice(-ERROR_LINES).join("\n"));
}

/** The chain answers people already; the studio takes what they leave of the machine. */
function stepBack({ pid }: ChildProcess): void {
  if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
}

/** Drafts carry the id of the process that builds them; one that was killed the hard way cannot remove its own. */
async function removeAbandoned(cache: string): Promise<void> {
  const names = existsSync(cache) ? await readdir(cache) : [];
  const abandoned = names.filter((name) => {
    const [, builder] = /\.(\d+)$/.exec(name) ?? [];
    return builder !== undefined && processIdentity(Number(builder)) === undefined;
  });
  await Promise.all(abandoned.map((name) => rm(join(cache, name), { recursive: true, force: true })));
}

function fingerprint(root: string): string {
  const studio = join(root, "gateway", "studio");
  const sources = globSync(["*.{html,json,ts}", "src/**/*.*"], { cwd: studio }).filter(
    (path) => !path.endsWith(".test.ts"),
  );
  const hash = createHash("sha256").update(readFileSync(join(root, "pnpm-lock.yaml")));
  for (const path of sources.toSorted()) hash.update(path).update(readFileSync(join(studio, path)));
  return hash.digest("hex").slice(0, 16);
}

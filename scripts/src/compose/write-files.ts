import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// Whatever else lies here was published for a subgraph or a record type that is gone.
const OWNED_FOLDERS = ["schema/exchange", "schema/subgraphs"];

/** The paths whose text on disk is not the one given, and those that should no longer be there. */
export function staleFiles(root: string, files: ReadonlyMap<string, string>): string[] {
  const present = OWNED_FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  const paths = new Set([...files.keys(), ...present]);
  return [...paths].filter((path) => textOf(join(root, path)) !== files.get(path)).toSorted();
}

/** Writes the stale files among the given ones and removes those that are not among them. */
export function writeFiles(root: string, files: ReadonlyMap<string, string>, stale: readonly string[]): void {
  for (const path of stale) {
    const text = files.get(path);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (text === undefined) rmSync(join(root, path));
    else writeFileSync(join(root, path), text);
  }
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

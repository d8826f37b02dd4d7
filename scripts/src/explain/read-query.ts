import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/**
 * Reads the query of a file; its path is relative to the directory.
 * @throws Error that says where it was looked for.
 */
export async function readQuery(path: string, directory: string): Promise<string> {
  const file = resolve(directory, path);
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`The query comes last, in a file, and cannot be read at ${file}.`, { cause });
  });
}

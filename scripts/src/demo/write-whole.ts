import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file that only its owner reads; who reads it at the same time sees the old one or the new one, whole.
 * A file that holds the content already is left alone, so that nobody who watches it wakes up for nothing.
 */
export async function writeWhole(path: string, content: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(() => undefined)) === content) return;
  const draft = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, path);
}

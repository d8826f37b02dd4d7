import { readFile } from "node:fs/promises";

/** Reads a file of Conforma's operator; what is no JSON is not quoted: it could be a part of a key. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8");
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path} is not JSON.`);
  }
}

import { readFile } from "node:fs/promises";
import type { z } from "zod";

/**
 * Reads a JSON file of a known shape.
 *
 * @throws Error that names the file and each fault when it cannot be read, is not JSON, or has another shape.
 */
export async function readJson<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.infer<Shape>> {
  const parsed = shape.safeParse(parseJson(await readFile(path, "utf8"), path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path: at, message }) => `${at.join(".") || "file"}: ${message}`);
  throw new Error(`${path} is not valid: ${faults.join("; ")}`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words repeat a part of the file, which may hold keys.
    throw new Error(`${path} is not JSON.`);
  }
}

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Adapter } from "./delivery.ts";

/**
 * The texts of those files in a folder that an adapter reads, by name.
 *
 * @throws Error when the folder holds none of them.
 */
export function readSource({ expects, accepts }: Adapter, folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter(accepts).toSorted();
  if (names.length === 0) throw new Error(`${folder} holds none of the files that are read: ${expects}.`);
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

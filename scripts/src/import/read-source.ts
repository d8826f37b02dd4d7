import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Adapter } from "./delivery.ts";

/**
 * The texts of those files in a folder that an adapter reads.
 *
 * @throws Error when the folder holds none of them.
 */
export function readSource({ names }: Adapter, folder: string): ReadonlyMap<string, string> {
  const present = names.filter((name) => existsSync(join(folder, name)));
  if (present.length === 0) throw new Error(`${folder} holds none of the files ${names.join(", ")}.`);
  return new Map(present.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

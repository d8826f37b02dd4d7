import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Where everything that a run leaves behind lives: `.maillon/` of the checkout, or `MAILLON_HOME`. */
export function maillonHome(env: NodeJS.ProcessEnv): string {
  return resolve(env["MAILLON_HOME"] ?? join(root, ".maillon"));
}

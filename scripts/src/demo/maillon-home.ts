import { join, resolve } from "node:path";
import { repositoryRoot } from "../repository-root.ts";

/** Where everything that a run leaves behind lives: `.maillon/` of the checkout, or `MAILLON_HOME`. */
export function maillonHome(env: NodeJS.ProcessEnv): string {
  return resolve(env["MAILLON_HOME"] || join(repositoryRoot, ".maillon"));
}

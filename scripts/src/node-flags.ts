import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { repositoryRoot } from "./repository-root.ts";

/** Flags with which Node runs the workspace's TypeScript without a build. */
export const nodeFlags: readonly string[] = [
  "--import",
  pathToFileURL(join(repositoryRoot, "scripts", "loader.mjs")).href,
  "--conditions=source",
  "--enable-source-maps",
];

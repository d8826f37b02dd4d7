import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { GraphQLError, parse } from "graphql";
import type { PublishedContract } from "./published-files.ts";

/** The contracts that a repository holds as published; none in a new one. */
export function publishedContracts(root: string): PublishedContract[] {
  const folder = join(root, "schema", "subgraphs");
  if (!existsSync(folder)) return [];
  const contracts = readdirSync(folder).map((file) => ({
    name: basename(file, ".graphql"),
    sdl: readFileSync(join(folder, file), "utf8"),
  }));
  // One with the marks of a merge conflict says nothing: composing is how its author gets a whole one again.
  return contracts.filter(({ sdl }) => isReadable(sdl));
}

function isReadable(sdl: string): boolean {
  try {
    parse(sdl);
    return true;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

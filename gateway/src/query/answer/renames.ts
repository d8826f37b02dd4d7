import type { Rename } from "../../plan/plan.ts";

/** The renames whose leading type conditions hold, without those conditions. */
export function renamesOn(renames: readonly Rename[], matches: (condition: string) => boolean): Rename[] {
  return renames.flatMap((rename) => {
    const [first = "", ...rest] = rename.path;
    if (!first.startsWith("... on ")) return [rename];
    return matches(first.slice("... on ".length)) ? renamesOn([{ ...rename, path: rest }], matches) : [];
  });
}

/** The renames of what lies below a key. */
export function renamesBelow(renames: readonly Rename[], key: string): Rename[] {
  return renames
    .filter(({ path }) => path.length > 1 && path[0] === key)
    .map(({ path, to }) => ({ path: path.slice(1), to }));
}

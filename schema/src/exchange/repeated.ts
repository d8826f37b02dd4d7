import type { z } from "zod";

/** Reports each element of a list whose name was used before in the list. */
export function reportRepeated(context: z.RefinementCtx, path: string, names: readonly string[]): void {
  for (const [place, name] of names.entries()) {
    if (names.indexOf(name) < place) {
      context.addIssue({ code: "custom", path: [path, place], message: `repeats "${name}"` });
    }
  }
}

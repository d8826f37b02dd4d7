import { existsSync } from "node:fs";
import type { Cleanup } from "./cleanup.ts";
import { ensureStudio, type StudioBuild } from "./ensure-studio.ts";
import type { Terminal } from "./terminal.ts";

interface Beside extends Pick<StudioBuild, "root" | "folder"> {
  readonly terminal: Terminal;
  /** Receives what ends the build. */
  readonly cleanup: Cleanup;
}

/**
 * Builds the studio while the chain answers already; the gateway shows it as soon as it is there. A build that fails is
 * reported and costs nothing but the studio.
 */
export function buildStudioBeside({ root, folder, terminal, cleanup }: Beside): void {
  if (existsSync(folder)) return;
  const ending = new AbortController();
  const built = terminal
    .step("studio", () => ensureStudio({ root, folder, ending: ending.signal }))
    .catch((error: unknown) => {
      if (ending.signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      terminal.report(`The studio cannot be built; a plain page stands in, the rest runs on.\n${reason}`);
    });
  cleanup.add(async () => {
    ending.abort();
    await built;
  });
}

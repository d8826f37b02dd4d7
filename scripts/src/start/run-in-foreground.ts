import { buildStudioBeside } from "./build-studio-beside.ts";
import { Cleanup } from "./cleanup.ts";
import { studioFolder } from "./ensure-studio.ts";
import { publicUrl } from "./service.ts";
import { readSettings } from "./settings.ts";
import { startChain } from "./start-chain.ts";
import { stopRequest } from "./stop-request.ts";
import { openTerminal } from "./terminal.ts";

/**
 * Runs the chain that lives in a folder until this process is asked to stop. Prints one line on standard output once
 * the chain answers. Resolves with the exit code; what was still starting then ends when the caller ends this process.
 */
export async function runInForeground(root: string, environment: NodeJS.ProcessEnv): Promise<0 | 1> {
  const stopped = stopRequest();
  const terminal = openTerminal();
  const cleanup = new Cleanup();
  let exitCode: 0 | 1 = 0;
  const fail = (error: unknown) => {
    terminal.report(error instanceof Error ? error.message : String(error));
    exitCode = 1;
  };
  try {
    const settings = readSettings(environment);
    const studio = studioFolder(root);
    const started = startChain(settings, { root, terminal, cleanup, studio });
    if ((await Promise.race([started, stopped])) !== "stopped") {
      console.log(`Maillon is ready: ${publicUrl(settings)}`);
      buildStudioBeside({ root, folder: studio, terminal, cleanup });
    }
    await stopped;
  } catch (error) {
    fail(error);
  }
  await cleanup.run().catch(fail);
  return exitCode;
}

import "@graphiql/react/setup-workers/vite";

/** Where Monaco looks for its workers; not in its own types as a member of `globalThis`. */
interface WorkerScope {
  MonacoEnvironment?: { getWorker(id: string, label: string): Worker | Promise<Worker> };
}

type Turn = (start: () => void) => void;

/** Long enough for the page to stand, short enough for the first completion. */
const PATIENCE = 3_000;

/** Safari has no `requestIdleCallback`. */
const whenIdle: Turn = (start) =>
  "requestIdleCallback" in globalThis
    ? requestIdleCallback(start, { timeout: PATIENCE })
    : setTimeout(start, PATIENCE);

const jsonWanted = Promise.withResolvers<void>();

/** Lets the editor check variables and headers: most visitors never open them. */
export const startJsonWorker = jsonWanted.resolve;

/**
 * Workers check and complete what is typed; the text itself shows without them. They begin when the page stands, so
 * that they do not compete with it for the processor.
 */
export function deferEditorWorkers(): void {
  const scope = globalThis as WorkerScope;
  const environment = scope.MonacoEnvironment;
  if (!environment) throw new Error("The editor has not said where its workers are.");
  scope.MonacoEnvironment = {
    async getWorker(id, label) {
      await (label === "json" ? jsonWanted.promise : new Promise<void>(whenIdle));
      return environment.getWorker(id, label);
    },
  };
}

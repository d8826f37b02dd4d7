import type { Outcome } from "./ask-pages.ts";

/** A load that says every minute how far it is, until it is disposed of. */
interface ToldLoad extends Disposable {
  readonly ask: () => Promise<Outcome>;
}

const MINUTE = 60_000;

/** Counts the answers of a load and reports them every minute. */
export function tellProgress(ask: () => Promise<Outcome>, report: (message: string) => void): ToldLoad {
  const counts: Record<Outcome, number> = { complete: 0, partial: 0, failed: 0 };
  let minutes = 0;
  const telling = setInterval(() => {
    minutes += 1;
    const { complete, partial, failed } = counts;
    report(`after ${minutes} min: ${complete} complete answers, ${partial} partial, ${failed} failed`);
  }, MINUTE);
  return {
    async ask() {
      const outcome = await ask();
      counts[outcome] += 1;
      return outcome;
    },
    [Symbol.dispose]: () => clearInterval(telling),
  };
}

import { type Pages, openPages } from "./ask-pages.ts";
import { countOutcomes } from "./count-outcomes.ts";
import { type Disturbances, disturb } from "./disturb.ts";
import { type MemoryCourse, watchMemory } from "./memory-watch.ts";
import { type Sample, highestRate, offerLoad } from "./offer-load.ts";
import { openSoakChain } from "./soak-chain.ts";
import { tellProgress } from "./tell-progress.ts";

/** What a soak found out. */
export interface SoakReport {
  /** Requests in a second: the most that were answered, and what was then offered. */
  readonly rate: { readonly highest: number; readonly offered: number };
  readonly seconds: number;
  readonly requests: {
    readonly complete: number;
    /** Without what a subgraph would have said that was away at the time. */
    readonly partial: number;
    readonly failed: number;
  };
  /** Milliseconds from when a request was due to its answer. */
  readonly latency: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly max: number;
  };
  readonly memory: readonly MemoryCourse[];
  readonly swaps: number;
  readonly restarts: number;
  /** What was wrong with the first failed answers. */
  readonly complaints: readonly string[];
}

/** How long, and what happens meanwhile. */
export interface SoakOptions extends Disturbances {
  /** The load lasts at least so long; longer if what happens meanwhile takes longer. */
  readonly seconds: number;
  /** Told how far things are. */
  readonly report: (message: string) => void;
}

/** The share of the highest rate that is offered: busy, with room for a peak. */
const SHARE = 0.7;

/** Starts the demo chain, finds the rate it can bear, and keeps it under load. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const { seconds, swaps, restarts, report } = options;
  report("starting the demo chain");
  await using chain = await openSoakChain();
  using pages = await openPages(chain);
  const probe = Math.min(20, Math.max(2, seconds / 10));
  report(`looking for the highest rate, ${2 * probe} s`);
  await highestRate(pages.ask, probe);
  const highest = await highestRate(pages.ask, probe);
  const rate = { highest, offered: highest * SHARE };
  report(`offering ${rate.offered.toFixed(0)} requests a second`);
  const ending = new AbortController();
  const start = performance.now();
  using told = tellProgress(pages.ask, report);
  const load = offerLoad({ ask: told.ask, rate: rate.offered, until: ending.signal });
  const memory = watchMemory(chain, Math.max(250, (seconds * 1000) / 120), ending.signal);
  const disturbed = disturb(chain, { swaps, restarts });
  const [absences] = await Promise.all([
    disturbed,
    new Promise((done) => setTimeout(done, seconds * 1000)),
  ]).finally(() => ending.abort());
  const samples = await load;
  const { unexplained, ...requests } = countOutcomes(samples, absences);
  return {
    rate,
    seconds: (performance.now() - start) / 1000,
    requests,
    latency: percentiles(samples),
    memory: await memory,
    swaps,
    restarts,
    complaints: complaintsOf(pages, unexplained),
  };
}

function complaintsOf({ complaints }: Pages, unexplained: number): string[] {
  const partial = unexplained > 0 ? [`${unexplained} answers were partial while no subgraph was away`] : [];
  return [...complaints, ...partial];
}

function percentiles(samples: readonly Sample[]): SoakReport["latency"] {
  const sorted = samples.map(({ latency }) => latency).toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

import { readFile } from "node:fs/promises";
import { setInterval as every } from "node:timers/promises";
import type { SoakChain } from "./soak-chain.ts";

/** What memory one measure took over time. */
export interface MemoryCourse {
  /** Such as `gateway` or `gateway heap`. */
  readonly name: string;
  /** Megabytes at the start, after one third, after two thirds and at the end. */
  readonly thirds: readonly number[];
  /** Megabytes a minute in the last third: the slope of the line that fits best. */
  readonly slope: number;
  /** By how much it rose in the last third, along that line, in per cent of its mean. */
  readonly growth: number;
  /** Whether the process takes ever more. */
  readonly rises: boolean;
}

/** What rises by less in the last third, in per cent, is flat. */
const FLAT = 3;
/** Into how many parts a course is cut to find its low points: each is long enough for a collection of garbage. */
const PARTS = 15;

/** The memory at one moment. */
export interface Reading {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Reads the memory of all processes again and again until the signal; resolves with what became of each. */
export async function watchMemory(
  chain: SoakChain,
  interval: number,
  until: AbortSignal,
): Promise<MemoryCourse[]> {
  const readings = new Map<string, Reading[]>();
  const start = performance.now();
  try {
    for await (const _ of every(interval, undefined, { signal: until }))
      for (const [name, megabytes] of await readMemory(chain)) {
        const seconds = (performance.now() - start) / 1000;
        readings.set(name, [...(readings.get(name) ?? []), { seconds, megabytes }]);
      }
  } catch (error) {
    if (!until.aborted) throw error;
  }
  return [...readings].map(([name, all]) => ({ name, thirds: thirdsOf(all), ...trendOf(all) }));
}

async function readMemory(chain: SoakChain): Promise<[string, number][]> {
  const resident = [...chain.pids()].map(async ([name, pid]): Promise<[string, number][]> => {
    const bytes = await residentSize(pid);
    return bytes === undefined ? [] : [[name, bytes]];
  });
  const heap = heapOfGateway(chain).then((megabytes): [string, number][] => [["gateway heap", megabytes]]);
  return (await Promise.all([...resident, heap])).flat();
}

/** Linux tells the resident size of a process in kilobytes; a process that has just ended has none. */
async function residentSize(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

async function heapOfGateway({ gatewayUrl }: SoakChain): Promise<number> {
  const metrics = await (await fetch(`${gatewayUrl}/metrics`)).text();
  const [, bytes] = /^nodejs_heap_size_used_bytes (\S+)$/m.exec(metrics) ?? [];
  if (bytes === undefined) throw new Error("The gateway's metrics do not tell its heap");
  return Number(bytes) / 1024 / 1024;
}

function thirdsOf(readings: readonly Reading[]): number[] {
  const last = readings.length - 1;
  return [0, last / 3, (last * 2) / 3, last].map((index) => readings[Math.round(index)]?.megabytes ?? 0);
}

/**
 * The line of least squares through the low points of the last third: above them lies what was not collected yet. What
 * goes up along it rises only if it lies above all that was before: a process that gave memory back may take it again.
 */
export function trendOf(readings: readonly Reading[]): Pick<MemoryCourse, "slope" | "growth" | "rises"> {
  const lows = lowPoints(readings);
  const lastThird = Math.floor((lows.length * 2) / 3);
  const [before, third] = [lows.slice(0, lastThird), lows.slice(lastThird)];
  const time = mean(third.map(({ seconds }) => seconds));
  const level = mean(third.map(({ megabytes }) => megabytes));
  const spread = third.reduce((sum, { seconds }) => sum + (seconds - time) ** 2, 0);
  const together = third.reduce((sum, each) => sum + (each.seconds - time) * (each.megabytes - level), 0);
  const perSecond = spread === 0 ? 0 : together / spread;
  const lasted = (readings.at(-1)?.seconds ?? 0) / 3;
  const growth = level === 0 ? 0 : (perSecond * lasted * 100) / level;
  const highest = Math.max(...before.map(({ megabytes }) => megabytes));
  return { slope: perSecond * 60, growth, rises: growth >= FLAT && level > highest };
}

/** The lowest reading of each part of a course. */
function lowPoints(readings: readonly Reading[]): Reading[] {
  const parts = Math.min(PARTS, readings.length);
  const start = (part: number): number => Math.round((part * readings.length) / parts);
  return Array.from({ length: parts }, (_, part) =>
    readings
      .slice(start(part), start(part + 1))
      .reduce((low, each) => (each.megabytes < low.megabytes ? each : low)),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

import type { Fetch, Plan } from "../../plan/plan.ts";

/** Fetches that go out to one subgraph in one request. */
export interface Batch {
  readonly subgraph: string;
  readonly fetches: readonly Fetch[];
  /** Indexes of the batches that must have ended before. */
  readonly after: readonly number[];
}

/**
 * Groups the fetches of a plan into requests. A fetch's level is one more than the longest chain of fetches
 * before it; entity fetches of one level to one subgraph go out together. A fetch that nobody waits for yet
 * is put off to a later level where its subgraph is asked anyway: that costs no time, for the chain is as
 * long as before, and saves a request.
 */
export function schedule(plan: Plan): readonly Batch[] {
  const levels = delay(plan.fetches, earliestLevels(plan.fetches));
  const groups = new Map<string, number[]>();
  for (const [index, fetch] of plan.fetches.entries()) {
    const level = levels[index] ?? 0;
    const name = fetch.kind === "entities" ? `${level} ${fetch.subgraph}` : `root ${index}`;
    groups.set(name, [...(groups.get(name) ?? []), index]);
  }
  const ordered = [...groups.values()].toSorted((a, b) => levelOf(a, levels) - levelOf(b, levels));
  const batchOf = new Map(ordered.flatMap((group, batch) => group.map((index) => [index, batch] as const)));
  return ordered.map((group) => {
    const fetches = group.flatMap((index) => plan.fetches[index] ?? []);
    const after = fetches.flatMap((fetch) => fetch.after.flatMap((index) => batchOf.get(index) ?? []));
    return { subgraph: fetches[0]?.subgraph ?? "", fetches, after: [...new Set(after)] };
  });
}

function levelOf([first = 0]: readonly number[], levels: readonly number[]): number {
  return levels[first] ?? 0;
}

function earliestLevels(fetches: readonly Fetch[]): number[] {
  const levels: number[] = [];
  for (const { after } of fetches) levels.push(Math.max(-1, ...after.map((index) => levels[index] ?? 0)) + 1);
  return levels;
}

/** From the last fetch to the first, so that what waits has moved before what it waits for. */
function delay(fetches: readonly Fetch[], earliest: readonly number[]): number[] {
  const levels = [...earliest];
  for (let index = fetches.length - 1; index >= 0; index -= 1) {
    const fetch = fetches[index];
    if (fetch?.kind !== "entities") continue;
    const meetings = fetches.flatMap((other, at) =>
      other.kind === "entities" && other.subgraph === fetch.subgraph && at !== index ? [levels[at] ?? 0] : [],
    );
    levels[index] = bestLevel(levels[index] ?? 0, latestLevel(fetches, levels, index), meetings);
  }
  return levels;
}

/** The last level at which a fetch still ends before those that wait for it; its own if nobody does. */
function latestLevel(fetches: readonly Fetch[], levels: readonly number[], index: number): number {
  const waiting = fetches.flatMap(({ after }, at) => (after.includes(index) ? [levels[at] ?? 0] : []));
  return waiting.length > 0 ? Math.min(...waiting) - 1 : Math.max(...levels);
}

/** The first level within reach at which the subgraph is asked anyway; the own level if there is none. */
function bestLevel(own: number, latest: number, meetings: readonly number[]): number {
  if (meetings.includes(own)) return own;
  const later = meetings.filter((level) => level > own && level <= latest);
  return later.length > 0 ? Math.min(...later) : own;
}

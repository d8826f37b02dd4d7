import { setTimeout as sleep } from "node:timers/promises";
import { subgraphNames } from "../start/settings.ts";
import type { SoakChain } from "./soak-chain.ts";

/** What is done to the chain while it answers. */
export interface Disturbances {
  /** How many supergraphs are put in force, one after the other. */
  readonly swaps: number;
  /** How many subgraphs are stopped and started again, in turns. */
  readonly restarts: number;
}

/** A time in which a subgraph was away, in milliseconds of `performance.now()`. */
export interface Absence {
  readonly from: number;
  readonly to: number;
}

/** After a subgraph is back, the gateway leaves it alone for a second at most before it asks it again. */
const RETURN = 2_000;
/** How long the gateway may take to put a supergraph in force; it looks for one every two seconds. */
const SWAP_PATIENCE = 60_000;

/** Disturbs the chain; resolves with the absences of subgraphs when all is done. */
export async function disturb(chain: SoakChain, { swaps, restarts }: Disturbances): Promise<Absence[]> {
  const [absences] = await Promise.all([restartInTurns(chain, restarts), swapInTurns(chain, swaps)]);
  return absences;
}

async function restartInTurns(chain: SoakChain, times: number): Promise<Absence[]> {
  const absences: Absence[] = [];
  for (let restart = 0; restart < times; restart += 1) {
    const name = subgraphNames[restart % subgraphNames.length];
    if (!name) break;
    const from = performance.now();
    await chain.restart(name);
    await sleep(RETURN);
    absences.push({ from, to: performance.now() });
  }
  return absences;
}

async function swapInTurns(chain: SoakChain, times: number): Promise<void> {
  const before = chain.swaps();
  for (let swap = 1; swap <= times; swap += 1) {
    chain.publishSupergraph(`swap ${swap}`);
    const deadline = performance.now() + SWAP_PATIENCE;
    while (chain.swaps() < before + swap) {
      if (performance.now() > deadline) throw new Error(`Supergraph ${swap} did not come into force`);
      await sleep(100);
    }
  }
}

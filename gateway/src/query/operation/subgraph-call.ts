import type { EntityFetch, RootFetch } from "../../plan/plan.ts";
import type { Supergraph } from "../../plan/supergraph/supergraph.ts";
import { compileEntityCall } from "../entities/entity-call.ts";
import type { Place } from "../entities/entity-places.ts";
import { compileRootCall } from "./root-call.ts";
import type { PlanPlaces } from "../entities/plan-places.ts";
import type { Run } from "./run.ts";
import type { Batch } from "./schedule.ts";

/** One request to one subgraph, compiled: it finds its input in a run, sends it, and adds the answer to the run. */
export interface SubgraphCall {
  readonly subgraph: string;
  /** Indexes of the calls that must have ended before. */
  readonly after: readonly number[];
  /** Never rejects: a failure becomes part of the run. */
  readonly perform: (run: Run) => Promise<void>;
}

/** What the calls of one plan are compiled with. */
export interface CallSetting {
  readonly supergraph: Supergraph;
  readonly entityPlaces: ReadonlySet<Place>;
  readonly places: PlanPlaces;
}

/** Compiles a batch of fetches, which are either one root fetch or entity fetches. */
export function compileCall(setting: CallSetting, { subgraph, fetches, after }: Batch): SubgraphCall {
  const root = fetches.find((fetch): fetch is RootFetch => fetch.kind === "root");
  const entities = fetches.filter((fetch): fetch is EntityFetch => fetch.kind === "entities");
  const perform = root ? compileRootCall(setting, root) : compileEntityCall(setting, subgraph, entities);
  return { subgraph, after, perform };
}

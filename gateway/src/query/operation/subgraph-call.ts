import type { FactsBehind } from "../answer/fact-loans.ts";
import type { Supergraph } from "../../plan/supergraph/supergraph.ts";
import type { Place } from "../entities/entity-places.ts";
import type { PlanPlaces } from "../entities/plan-places.ts";
import type { Run } from "./run.ts";

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
  readonly factsBehind: FactsBehind;
}

import type { EntityFetch, RootFetch } from "../../plan/plan.ts";
import { compileEntityCall } from "../entities/entity-call.ts";
import { compileRootCall } from "./root-call.ts";
import type { Batch } from "./schedule.ts";
import type { CallSetting, SubgraphCall } from "./subgraph-call.ts";

/** Compiles a batch of fetches, which are either one root fetch or entity fetches. */
export function compileCall(setting: CallSetting, { subgraph, fetches, after }: Batch): SubgraphCall {
  const root = fetches.find((fetch): fetch is RootFetch => fetch.kind === "root");
  const entities = fetches.filter((fetch): fetch is EntityFetch => fetch.kind === "entities");
  const perform = root ? compileRootCall(setting, root) : compileEntityCall(setting, subgraph, entities);
  return { subgraph, after, perform };
}

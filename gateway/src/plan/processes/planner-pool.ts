import { printOperation } from "../operation/print-operation.ts";
import type { PlannableOperation, Plan, Planner } from "../plan.ts";
import { type QueueLimits, QueueFullError, fairQueue } from "./fair-queue.ts";
import { PlannerProcess, type PlannerLimits, PlannerProcessError } from "./planner-process.ts";
import { RefusedOperation } from "../refused-operation.ts";

/** Planners in processes of their own, so that no operation, however hostile, stops the one that answers requests. */
export interface PlannerPool {
  /** Builds the planner of a supergraph; rejects with what is wrong if that cannot be done. */
  readonly open: (supergraphSdl: string) => Promise<PooledPlanner>;
  /** Ends the processes; whoever still waits for a plan gets an error. */
  readonly close: () => Promise<void>;
}

/** The planner of one supergraph in a pool. */
export interface PooledPlanner {
  readonly plan: Planner;
  /** Frees the memory that the supergraph takes in them. */
  readonly close: () => void;
}

/** Two, so that one hostile operation does not keep the others waiting; the second starts when it is needed. */
const PROCESSES = 2;

/** How much planning may take, and how many new operations may wait for it: altogether, and for each company. */
export type PoolLimits = PlannerLimits & QueueLimits;

const LIMITS: PoolLimits = {
  loading: 60_000,
  planning: 5_000,
  megabytes: 512,
  waiting: 200,
  waitingForOne: 50,
};

/** Opens a pool; its processes start when they are needed. */
export function openPlannerPool(given: Partial<PoolLimits> = {}): PlannerPool {
  const limits = { ...LIMITS, ...given };
  const processes = Array.from({ length: PROCESSES }, () => new PlannerProcess(limits));
  const use = fairQueue(processes, limits);
  let opened = 0;

  return {
    async open(sdl) {
      const supergraph = { id: opened++, sdl };
      await use((planner) => planner.load(supergraph));
      return {
        plan: (operation, asker) =>
          use((planner) => planIn(planner, supergraph, operation), asker).catch(turnedAway),
        close() {
          for (const planner of processes) planner.unload(supergraph.id);
        },
      };
    },
    async close() {
      await Promise.all(processes.map((planner) => planner.close()));
    },
  };
}

async function planIn(
  planner: PlannerProcess,
  supergraph: Parameters<PlannerProcess["plan"]>[0],
  operation: PlannableOperation,
): Promise<Plan> {
  const answer = await planner.plan(supergraph, printOperation(operation)).catch((cause: unknown) => {
    if (!(cause instanceof PlannerProcessError)) throw cause;
    throw new RefusedOperation("UNPLANNABLE_OPERATION", "Planning the operation takes more than it may", {
      cause,
    });
  });
  if ("refusal" in answer) throw new Error(answer.refusal);
  return answer.plan;
}

/** Known operations are answered meanwhile: their plans are kept. */
function turnedAway(cause: unknown): never {
  if (!(cause instanceof QueueFullError)) throw cause;
  throw new RefusedOperation("OVERLOADED", "Too many new operations wait to be planned", { cause });
}

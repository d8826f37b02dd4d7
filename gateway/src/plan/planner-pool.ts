import { Kind, type OperationTypeNode, print } from "graphql";
import type { PlannableOperation, Plan, Planner } from "./plan.ts";
import { PlannerThread, type PlannerLimits, PlannerThreadError } from "./planner-thread.ts";
import { RefusedOperation } from "./refused-operation.ts";

/** Planners in threads of their own, so that no operation, however hostile, stops the one that answers requests. */
export interface PlannerPool {
  /** Builds the planner of a supergraph; rejects with what is wrong if that cannot be done. */
  readonly open: (supergraphSdl: string) => Promise<PooledPlanner>;
  /** Ends the threads; whoever still waits for a plan gets an error. */
  readonly close: () => Promise<void>;
}

/** The planner of one supergraph in a pool. */
export interface PooledPlanner {
  readonly plan: Planner;
  /** Frees the memory that the supergraph takes in the threads. */
  readonly close: () => void;
}

/** Two, so that one hostile operation does not keep the others waiting; the second starts when it is needed. */
const THREADS = 2;

const LIMITS: PlannerLimits = { loading: 60_000, planning: 5_000, megabytes: 512 };

/** Opens a pool; its threads start when they are needed. */
export function openPlannerPool(limits: Partial<PlannerLimits> = {}): PlannerPool {
  const threads = Array.from({ length: THREADS }, () => new PlannerThread({ ...LIMITS, ...limits }));
  const use = queueFor(threads);
  let opened = 0;

  return {
    async open(sdl) {
      const supergraph = { id: opened++, sdl };
      await use((thread) => thread.load(supergraph));
      return {
        plan: (operation) => use((thread) => planIn(thread, supergraph, operation)),
        close() {
          for (const thread of threads) thread.unload(supergraph.id);
        },
      };
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

async function planIn(
  thread: PlannerThread,
  supergraph: Parameters<PlannerThread["plan"]>[0],
  operation: PlannableOperation,
): Promise<Plan> {
  const answer = await thread.plan(supergraph, textOf(operation)).catch((cause: unknown) => {
    if (!(cause instanceof PlannerThreadError)) throw cause;
    throw new RefusedOperation("UNPLANNABLE_OPERATION", "Planning the operation takes more than it may", {
      cause,
    });
  });
  if ("refusal" in answer) throw new Error(answer.refusal);
  return answer.plan;
}

/** As text, because a parsed document drags its source and every token along. */
function textOf({ operation, variables, selections }: PlannableOperation): string {
  return print({
    kind: Kind.OPERATION_DEFINITION,
    operation: operation as OperationTypeNode,
    variableDefinitions: variables,
    selectionSet: selections,
  });
}

type Use<Resource> = <Result>(work: (resource: Resource) => Promise<Result>) => Promise<Result>;

/** Gives each piece of work a resource of its own, first come first served; the one used last is taken first. */
function queueFor<Resource>(resources: readonly Resource[]): Use<Resource> {
  const free = resources.toReversed();
  const waiting: ((resource: Resource) => void)[] = [];
  const take = async (): Promise<Resource> =>
    free.pop() ?? new Promise<Resource>((resolve) => waiting.push(resolve));
  return async (work) => {
    const resource = await take();
    try {
      return await work(resource);
    } finally {
      const next = waiting.shift();
      if (next) next(resource);
      else free.push(resource);
    }
  };
}

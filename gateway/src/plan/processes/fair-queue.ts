/** Does a piece of work with one of some resources, once it is its turn. */
export type Use<Resource> = <Result>(
  work: (resource: Resource) => Promise<Result>,
  asker?: string,
) => Promise<Result>;

/** How much may wait. */
export interface QueueLimits {
  /** Pieces of work that wait, whoever asked for them. */
  readonly waiting: number;
  /** Pieces of work that wait for one asker. */
  readonly waitingForOne: number;
}

/** There is no room in a queue, at all or for this asker. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}

interface Waiting<Resource> {
  readonly asker: string | undefined;
  readonly take: (resource: Resource) => void;
}

/**
 * Gives each piece of work a resource of its own; the resource used last is taken first. First come first served, but
 * as long as others wait an asker uses one resource at a time: whoever sends much that takes long has the others wait
 * for the piece that is being done, not for all that wait before them. What waits is bounded, and so is what waits for each asker: one that sends more than can be done is
 * turned away, not the others. Work without an asker is the gateway's own, and is bounded by nobody's share.
 */
export function fairQueue<Resource>(
  resources: readonly Resource[],
  { waiting: most, waitingForOne }: QueueLimits,
): Use<Resource> {
  const free = resources.toReversed();
  const waiting: Waiting<Resource>[] = [];
  const served: (string | undefined)[] = [];

  return async (work, asker) => {
    if (free.length > 0) served.push(asker);
    const resource = free.pop() ?? (await turn(asker));
    try {
      return await work(resource);
    } finally {
      served.splice(served.indexOf(asker), 1);
      const next = nextTurn();
      if (next) {
        served.push(next.asker);
        next.take(resource);
      } else free.push(resource);
    }
  };

  function nextTurn(): Waiting<Resource> | undefined {
    const unserved = waiting.findIndex(({ asker }) => asker === undefined || !served.includes(asker));
    return waiting.splice(Math.max(0, unserved), 1)[0];
  }

  function turn(asker: string | undefined): Promise<Resource> {
    if (asker !== undefined) {
      const own = waiting.filter((each) => each.asker === asker).length;
      if (waiting.length >= most || own >= waitingForOne)
        throw new QueueFullError(`${own} pieces of work wait for ${asker}, ${waiting.length} for all`);
    }
    return new Promise((take) => waiting.push({ asker, take }));
  }
}

import {
  BulkheadRejectedError,
  type CircuitState,
  ConsecutiveBreaker,
  type IBreaker,
  SamplingBreaker,
  bulkhead,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
} from "cockatiel";
import { UpstreamError } from "../operation/run.ts";

/** How much one failing subgraph may cost the others. */
export interface PolicyLimits {
  /** Requests to one subgraph that may run at once. */
  readonly concurrent: number;
  /** Requests to one subgraph that may wait for their turn. */
  readonly waiting: number;
  /** After so many failed requests in a row a subgraph is left alone for a while. */
  readonly failuresInARow: number;
  /** From this share of failed requests within ten seconds it is left alone too. */
  readonly failureShare: number;
  /** Milliseconds for which it is left alone. */
  readonly pause: number;
  /** How many retries each hundred requests earn. */
  readonly retriesPerHundred: number;
}

/** Runs requests to one subgraph under its limits. */
export type EndpointPolicy = <Result>(request: () => Promise<Result>, retry: boolean) => Promise<Result>;

/**
 * Keeps one subgraph's trouble its own: a bulkhead bounds what waits for it, a breaker leaves it alone while it fails,
 * and a failed query is sent once more as long as retries are earned, so that they cannot double the load
 * on a subgraph that is down. Only a subgraph that cannot be reached or says 5xx counts as failing; what a client
 * cancels and GraphQL errors do not.
 */
export function endpointPolicy(limits: PolicyLimits): EndpointPolicy {
  const gate = bulkhead(limits.concurrent, limits.waiting);
  const breaker = circuitBreaker(handleWhen(isUnavailable), {
    halfOpenAfter: limits.pause,
    breaker: new FailureBreaker(limits),
  });
  let leftAloneUntil = 0;
  breaker.onBreak(() => (leftAloneUntil = performance.now() + limits.pause));
  const most = limits.retriesPerHundred / 10;
  let earned = most;

  const attempt = async <Result>(request: () => Promise<Result>): Promise<Result> => {
    if (performance.now() < leftAloneUntil) throw LEFT_ALONE;
    try {
      return await gate.execute(() => breaker.execute(request));
    } catch (error) {
      if (error instanceof BulkheadRejectedError)
        throw new UpstreamError("UPSTREAM_UNAVAILABLE", "too many requests wait for it", { cause: error });
      throw isBrokenCircuitError(error) ? LEFT_ALONE : error;
    }
  };

  return async (request, retry) => {
    earned = Math.min(most, earned + limits.retriesPerHundred / 100);
    try {
      return await attempt(request);
    } catch (error) {
      if (!retry || !isUnavailable(error) || hasNotBeenSent(error) || earned < 1) throw error;
      earned -= 1;
      return attempt(request);
    }
  };
}

/**
 * Opens on failures in a row, or on their share. A share alone would let a subgraph that was well until now
 * fail for seconds, and each request that fails on a connection of its own costs more than one that is
 * answered.
 */
class FailureBreaker implements IBreaker {
  private readonly inARow: IBreaker;
  private readonly share: IBreaker;

  constructor({ failuresInARow, failureShare }: PolicyLimits) {
    this.inARow = new ConsecutiveBreaker(failuresInARow);
    this.share = new SamplingBreaker({ threshold: failureShare, duration: 10_000, minimumRps: 1 });
  }

  get state(): unknown {
    return [this.inARow.state, this.share.state];
  }

  success(state: CircuitState): void {
    this.inARow.success(state);
    this.share.success(state);
  }

  failure(state: CircuitState): boolean {
    // Both count it, whichever opens.
    const [many, most] = [this.inARow.failure(state), this.share.failure(state)];
    return many || most;
  }
}

/** One error for all: while a subgraph is left alone, whoever asks for it must not cost more than usual. */
const LEFT_ALONE = new UpstreamError("UPSTREAM_UNAVAILABLE", "it failed too often and is left alone for now");

function isUnavailable(error: unknown): boolean {
  return error instanceof UpstreamError && error.code === "UPSTREAM_UNAVAILABLE";
}

/** Turned away by the bulkhead or the breaker: trying again at once would be turned away too. */
function hasNotBeenSent(error: unknown): boolean {
  return error === LEFT_ALONE || (error instanceof Error && error.cause instanceof BulkheadRejectedError);
}

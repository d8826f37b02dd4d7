import { UpstreamError } from "./run.ts";

/** The time that one operation has, and the signal that ends everything done for it. */
export interface OperationTime {
  readonly signal: AbortSignal;
  /** In milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** Must be called when the operation has ended, so that no timer outlives it. */
  readonly end: () => void;
}

/** Starts an operation's time; it ends after `milliseconds`, or when the client goes. */
export function startOperationTime(milliseconds: number, client?: AbortSignal): OperationTime {
  const controller = new AbortController();
  const deadline = performance.now() + milliseconds;
  const timer = setTimeout(() => {
    controller.abort(new UpstreamError("UPSTREAM_TIMEOUT", "the operation's time is up"));
  }, milliseconds);
  const leave = (): void => controller.abort(new UpstreamError("UPSTREAM_TIMEOUT", "the client has gone"));
  if (client?.aborted) leave();
  else client?.addEventListener("abort", leave, { once: true });
  return {
    signal: controller.signal,
    deadline,
    end() {
      clearTimeout(timer);
      client?.removeEventListener("abort", leave);
    },
  };
}

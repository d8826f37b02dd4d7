import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { UpstreamError } from "../operation/run.ts";
import { decompress } from "./decompress.ts";
import { LARGE, type Pace } from "./large-answer-pace.ts";

const ACCEPTED_TYPES = /^application\/(json|graphql-response\+json)\b/;

/** One request, and who may end it. */
export interface AnswerRequest {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** What an answer may take. */
export interface AnswerLimits {
  /** The most bytes that it may have. */
  readonly cap: number;
  readonly pace: Pace;
}

/**
 * Posts a request and resolves with the text of the answer. An answer that cannot be used is not read; of any
 * other at most `cap` bytes are kept, before and after decompression, and one layer of gzip is taken off at
 * most: a few kilobytes on the wire can otherwise become gigabytes here. Rejects with an UpstreamError, with
 * the reason of `signal`, or as the dispatcher says.
 */
export async function receiveAnswer(
  dispatcher: Dispatcher,
  request: AnswerRequest,
  { cap, pace }: AnswerLimits,
): Promise<string> {
  const { bytes, encoding } = await new Promise<Received>((resolve, reject) => {
    const { signal, ...sent } = request;
    const receiver = new Receiver({ resolve, reject, signal, cap, pace });
    dispatcher.dispatch({ method: "POST", ...sent }, receiver);
  });
  if (encoding === undefined || encoding === "identity") return bytes.toString("utf8");
  if (encoding !== "gzip")
    throw new UpstreamError("UPSTREAM_INVALID", "its answer has an encoding that was not offered");
  const content = await decompress(bytes, { cap, pace, signal: request.signal });
  return content.toString("utf8");
}

interface Received {
  readonly bytes: Buffer;
  readonly encoding: string | undefined;
}

interface ReceiverOptions extends AnswerLimits {
  readonly resolve: (received: Received) => void;
  readonly reject: (reason: unknown) => void;
  readonly signal: AbortSignal;
}

/** Takes the bytes as they arrive: a stream for each small answer would cost more than the answer. */
class Receiver implements Dispatcher.DispatchHandler {
  private readonly options: ReceiverOptions;
  private readonly chunks: Buffer[] = [];
  private length = 0;
  private encoding: string | undefined;
  private controller: Dispatcher.DispatchController | undefined;
  private resting: NodeJS.Timeout | undefined;

  constructor(options: ReceiverOptions) {
    this.options = options;
    options.signal.addEventListener("abort", this.leave, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // Nobody may have waited any longer while it waited for a connection.
    if (this.options.signal.aborted) this.leave();
  }

  onResponseStart(_controller: unknown, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    const refusal = refusalOf(status, headers);
    if (refusal) this.end(refusal);
    else if (Number(headers["content-length"] ?? 0) > this.options.cap) this.end(this.tooLarge());
    this.encoding = headers["content-encoding"];
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    this.length += chunk.length;
    if (this.length > this.options.cap) this.end(this.tooLarge());
    else {
      this.chunks.push(chunk);
      if (this.length > LARGE) this.rest(this.options.pace(chunk.length, performance.now()));
    }
  }

  /** Takes nothing from the connection for so many milliseconds, so that the sender waits too. */
  private rest(wait: number): void {
    if (wait === 0) return;
    this.controller?.pause();
    this.resting = setTimeout(() => this.controller?.resume(), wait);
  }

  onResponseEnd(): void {
    this.settle();
    const [only, ...others] = this.chunks;
    const bytes = only && others.length === 0 ? only : Buffer.concat(this.chunks, this.length);
    this.options.resolve({ bytes, encoding: this.encoding });
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.settle();
    this.options.reject(error);
  }

  private readonly leave = (): void => this.end(this.options.signal.reason);

  /** Ends the exchange with its connection, without waiting for a partner who never does. */
  private end(reason: unknown): void {
    this.settle();
    this.options.reject(reason);
    this.controller?.abort(reason instanceof Error ? reason : new Error(String(reason)));
  }

  private settle(): void {
    clearTimeout(this.resting);
    this.options.signal.removeEventListener("abort", this.leave);
  }

  private tooLarge(): UpstreamError {
    return new UpstreamError("UPSTREAM_INVALID", `its answer is larger than ${this.options.cap} bytes`);
  }
}

/** Why a response's body is not worth reading. */
function refusalOf(status: number, headers: IncomingHttpHeaders): UpstreamError | undefined {
  if (status >= 500) return new UpstreamError("UPSTREAM_UNAVAILABLE", `it answered with status ${status}`);
  const type = String(headers["content-type"] ?? "none");
  const readable = ACCEPTED_TYPES.test(type) && (status === 200 || status === 400);
  return readable
    ? undefined
    : new UpstreamError(
        "UPSTREAM_INVALID",
        `it answered with status ${status} and type ${type.slice(0, 100)}`,
      );
}

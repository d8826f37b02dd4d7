import { setTimeout as sleep } from "node:timers/promises";
import { createGunzip } from "node:zlib";
import { UpstreamError } from "../operation/run.ts";
import { LARGE, type Pace } from "./large-answer-pace.ts";

/** What decompression may take, and who may end it. */
export interface DecompressOptions {
  /** The most bytes that may come out. */
  readonly cap: number;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}

/** So many bytes are decompressed at a time. */
const CHUNK = 65_536;

/**
 * Takes one layer of gzip off. What says of itself that it is too large is not opened, and takes as long as
 * if it were. What lies is decompressed as far as it may be, and as slowly as large answers come in: a few
 * bombs at once would otherwise take all of the processor, though none of them is ever used. Rejects with an
 * UpstreamError, or with the reason of `signal`.
 */
export async function decompress(bytes: Buffer, options: DecompressOptions): Promise<Buffer> {
  const { cap, signal } = options;
  try {
    if (statedSize(bytes) > cap) {
      // Whoever sends such answers all the time must be waited for, not asked again at once.
      await sleep(options.pace(cap, performance.now()), undefined, { signal });
      throw new RangeError("It says that it is larger");
    }
    return await inflate(bytes, options);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new UpstreamError("UPSTREAM_INVALID", `its answer is no gzip of at most ${cap} bytes`, { cause });
  }
}

/** The size of the content, or of the last part of it, modulo 2^32: the end of every gzip (RFC 1952). */
function statedSize(bytes: Buffer): number {
  return bytes.length < 4 ? 0 : bytes.readUInt32LE(bytes.length - 4);
}

async function inflate(bytes: Buffer, { cap, pace, signal }: DecompressOptions): Promise<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  gunzip.end(bytes);
  const chunks: Buffer[] = [];
  let length = 0;
  // To leave the loop ends the decompression; while it waits, no more is decompressed.
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > cap) throw new RangeError("It is larger");
    chunks.push(chunk);
    const wait = length > LARGE ? pace(chunk.length, performance.now()) : 0;
    if (wait > 0) await sleep(wait, undefined, { signal });
  }
  return Buffer.concat(chunks, length);
}

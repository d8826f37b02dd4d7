import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Dispatcher } from "undici";
import { UpstreamError } from "./run.ts";

const gunzipAsync = promisify(gunzip);

/**
 * Reads the body of a subgraph's answer as text. At most `cap` bytes are kept, before and after decompression, and one
 * layer of gzip is taken off at most: a few kilobytes on the wire can otherwise become gigabytes here.
 */
export async function readAnswerBody(response: Dispatcher.ResponseData, cap: number): Promise<string> {
  const encoding = response.headers["content-encoding"];
  const bytes = await readAtMost(response, cap);
  if (encoding === undefined || encoding === "identity") return bytes.toString("utf8");
  if (encoding !== "gzip")
    throw new UpstreamError("UPSTREAM_INVALID", "its answer has an encoding that was not offered");
  try {
    return (await gunzipAsync(bytes, { maxOutputLength: cap })).toString("utf8");
  } catch (cause) {
    throw new UpstreamError("UPSTREAM_INVALID", `its answer is no gzip of at most ${cap} bytes`, { cause });
  }
}

async function readAtMost({ body, headers }: Dispatcher.ResponseData, cap: number): Promise<Buffer> {
  const announced = Number(headers["content-length"] ?? 0);
  const chunks: Buffer[] = [];
  let length = 0;
  if (announced <= cap)
    for await (const chunk of body) {
      const bytes = Buffer.from(chunk as Uint8Array);
      length += bytes.length;
      if (length > cap) break;
      chunks.push(bytes);
    }
  if (announced <= cap && length <= cap) return Buffer.concat(chunks, length);
  body.destroy();
  throw new UpstreamError("UPSTREAM_INVALID", `its answer is larger than ${cap} bytes`);
}

/** Throws away a body that nobody will read, without waiting for a partner who never ends it. */
export function discardBody({ body }: Dispatcher.ResponseData): void {
  body.on("error", ignore).destroy();
}

/** A body that is thrown away may end as it likes. */
function ignore(): void {}

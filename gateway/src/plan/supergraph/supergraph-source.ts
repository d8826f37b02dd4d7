import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { request } from "undici";

/** Where supergraphs come from: a file or a URL. */
export interface SupergraphSource {
  /** The text when the source was opened. */
  readonly first: string;
  /** Looks again and again, and hands on each text that differs from the one before; returns how to stop. */
  readonly watch: (watching: Watching) => () => void;
}

/** Who is told of changes. */
export interface Watching {
  /** Milliseconds between two looks. */
  readonly every: number;
  readonly onChange: (text: string) => Promise<void>;
  /** Told when the source cannot be read or its text cannot be put in force; the last good one stays. */
  readonly onFailure: (error: unknown) => void;
}

/** Reads the text anew; undefined when it is known to be the same. */
type Read = () => Promise<string | undefined>;

/** No supergraph is larger, in bytes. */
const MAXIMUM_SIZE = 20_000_000;

/** Opens the source at a path or an http(s) URL; rejects when there is nothing to read. */
export async function openSupergraphSource(location: string): Promise<SupergraphSource> {
  const isUrl = /^https?:$/.test(URL.parse(location)?.protocol ?? "");
  const read = isUrl ? urlReader(location) : async () => readFile(location, "utf8");
  const first = (await read()) ?? "";
  return {
    first,
    watch({ every, onChange, onFailure }) {
      let known = hashOf(first);
      let watched = true;
      let timer: NodeJS.Timeout;
      const look = async (): Promise<void> => {
        try {
          const text = await read();
          if (watched && text !== undefined && hashOf(text) !== known) {
            // A text that is refused is not tried again until it changes.
            known = hashOf(text);
            await onChange(text);
          }
        } catch (error) {
          if (watched) onFailure(error);
        }
        // It may have been stopped by what it told, or while it looked: then there is no timer to clear.
        if (watched) timer = setTimeout(look, every).unref();
      };
      timer = setTimeout(look, every).unref();
      return () => {
        watched = false;
        clearTimeout(timer);
      };
    },
  };
}

/** Asks with the ETag of the last answer, so that an unchanged supergraph is not sent again. */
function urlReader(url: string): Read {
  let etag: string | undefined;
  return async () => {
    const { statusCode, headers, body } = await request(url, {
      headers: etag === undefined ? {} : { "if-none-match": etag },
      headersTimeout: 5_000,
      bodyTimeout: 5_000,
    });
    if (statusCode === 304) {
      await body.dump();
      return undefined;
    }
    if (statusCode !== 200 || Number(headers["content-length"] ?? 0) > MAXIMUM_SIZE) {
      body.destroy();
      throw new Error(`The supergraph at ${url} cannot be read: status ${statusCode}`);
    }
    etag = typeof headers["etag"] === "string" ? headers["etag"] : undefined;
    return body.text();
  };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

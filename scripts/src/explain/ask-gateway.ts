import { z } from "zod";
import type { ViewerAnswer } from "./side-by-side.ts";

const answerBody = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string() })).default([]),
  extensions: z
    .object({
      visibility: z
        .array(
          z.object({
            coordinate: z.string(),
            rule: z.string(),
            reason: z.string(),
            missing: z.array(z.string()),
            paths: z.array(z.array(z.union([z.string(), z.number()]))),
          }),
        )
        .default([]),
    })
    .default({ visibility: [] }),
});

/** Who asks what of which gateway. */
export interface Asking {
  /** The gateway's GraphQL endpoint. */
  readonly url: string;
  readonly viewer: string;
  readonly token: string;
  readonly query: string;
}

/**
 * Asks the gateway as one viewer.
 *
 * @throws Error in the gateway's words when it refuses the request as a whole.
 */
export async function askGateway({ url, viewer, token, query }: Asking): Promise<ViewerAnswer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  }).catch((cause: unknown) => {
    throw new Error(`There is no gateway at ${url}: run npm start in another terminal.`, { cause });
  });
  const { data, errors, extensions } = answerBody.parse(await response.json());
  if (data === undefined) throw new Error(errors.map(({ message }) => message).join("\n"));
  return { viewer, data, visibility: extensions.visibility };
}

import { readFile } from "node:fs/promises";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { refuseWith } from "./create-http-server.ts";
import { isLocal } from "./is-local.ts";

const personas = z.array(
  z.object({
    /** The name that `npm run token` takes. */
    persona: z.string(),
    company: z.string(),
    about: z.object({ en: z.string(), fr: z.string() }),
    token: z.string(),
  }),
);

interface PersonaRoute {
  readonly demo: boolean;
  /** Ready tokens, renewed by whoever runs the demo: this process holds no key that could make one. */
  readonly tokensFile: string | undefined;
}

/** `GET /studio/personas`: viewers of the demo chain, for a browser on this machine only. */
export function servePersonas(app: FastifyInstance, { demo, tokensFile }: PersonaRoute): void {
  if (!demo || tokensFile === undefined) return;
  app.get("/studio/personas", async (request, reply) => {
    if (!isOwnPage(request)) return refuseWith(request, reply, "NOT_FOUND_HERE");
    return reply.send(personas.parse(JSON.parse(await readFile(tokensFile, "utf8"))));
  });
}

/** A page elsewhere could have its own name resolve to this machine; the Host header then still carries that name. */
function isOwnPage(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"] ?? "same-origin";
  return (
    isLocal(request) &&
    ["localhost", "127.0.0.1", "[::1]"].includes(request.hostname) &&
    (site === "same-origin" || site === "none")
  );
}

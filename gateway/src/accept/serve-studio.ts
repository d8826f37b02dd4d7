import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { SignIn } from "../config.ts";
import { createPlainPage } from "./plain-page.ts";

interface StudioRoutes {
  /** The built studio; it may appear, whole, while the gateway runs. Without one a plain page explains the endpoint. */
  readonly folder: string | undefined;
  readonly demo: boolean;
  readonly signIn: SignIn | undefined;
}

const WAITING_SCRIPT = "/studio/waiting.js";

/** What the plain page runs; a gateway that is away for a moment is asked again. */
const waitingScript = `setInterval(async () => {
  const answer = await fetch("/studio/built").catch(() => undefined);
  if (answer?.ok && (await answer.json()).built) location.reload();
}, 1000);
`;

/** `GET /`: the studio, its files below `/studio/`, and what it has to know before anyone is signed in. */
export function serveStudio(app: FastifyInstance, { folder, demo, signIn }: StudioRoutes): void {
  if (folder === undefined) {
    const sendPlainPage = createPlainPage({ demo, waitingScript: undefined });
    app.get("/", sendPlainPage);
    return;
  }
  const isBuilt = lookFor(join(folder, "index.html"));
  if (!isBuilt()) app.log.warn({ folder }, "there is no studio in this folder yet");
  serveFiles(app, { folder, isBuilt, policy: contentPolicy(signIn) });
  const sendPlainPage = createPlainPage({ demo, waitingScript: WAITING_SCRIPT });
  app.get("/", (request, reply) =>
    isBuilt() ? reply.sendFile("index.html") : sendPlainPage(request, reply),
  );
  app.get("/studio/built", () => ({ built: isBuilt() }));
  app.get(WAITING_SCRIPT, (_request, reply) =>
    reply.type("text/javascript; charset=utf-8").send(waitingScript),
  );
  app.get("/studio/settings", () => ({ demo, ...(signIn && { signIn }) }));
}

/** Whether a file is there; once it has been found, nothing looks again. */
function lookFor(path: string): () => boolean {
  let found = false;
  return () => (found ||= existsSync(path));
}

interface StudioFiles {
  readonly folder: string;
  readonly isBuilt: () => boolean;
  readonly policy: string;
}

function serveFiles(app: FastifyInstance, { folder, isBuilt, policy }: StudioFiles): void {
  app.register(fastifyStatic, {
    root: folder,
    // That the folder may come later is logged above.
    suppressWarning: true,
    prefix: "/studio/",
    index: false,
    preCompressed: true,
    cacheControl: false,
    allowedPath: isBuilt,
    setHeaders: (reply, path) => {
      // Every name below assets/ carries a hash of the content.
      if (path.includes("/assets/")) reply.header("cache-control", "public, max-age=31536000, immutable");
      // A worker is governed by the policy of its own file, not by that of the page.
      reply.header("content-security-policy", policy);
    },
  });
}

/** Scripts from here alone, and requests to nobody else but the provider that the operator has named. */
function contentPolicy(signIn: SignIn | undefined): string {
  const provider = signIn ? ` ${new URL(signIn.issuer).origin}` : "";
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    // The editor places its lines and colours with style elements of its own.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${provider}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

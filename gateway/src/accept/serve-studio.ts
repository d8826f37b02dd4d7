import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { SignIn } from "../config.ts";
import { servePage } from "./serve-page.ts";

interface StudioRoutes {
  /** The built studio; without it a plain page explains the endpoint. */
  readonly folder: string | undefined;
  readonly demo: boolean;
  readonly signIn: SignIn | undefined;
}

/** `GET /`: the studio, its files below `/studio/`, and what it has to know before anyone is signed in. */
export function serveStudio(app: FastifyInstance, { folder, demo, signIn }: StudioRoutes): void {
  if (folder === undefined || !existsSync(join(folder, "index.html"))) return servePage(app, { demo });
  const policy = contentPolicy(signIn);
  app.register(fastifyStatic, {
    root: folder,
    prefix: "/studio/",
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Every name below assets/ carries a hash of the content.
      if (path.includes("/assets/")) reply.header("cache-control", "public, max-age=31536000, immutable");
      // A worker is governed by the policy of its own file, not by that of the page.
      reply.header("content-security-policy", policy);
    },
  });
  app.get("/", (_request, reply) => reply.sendFile("index.html"));
  app.get("/studio/settings", () => ({ demo, ...(signIn && { signIn }) }));
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

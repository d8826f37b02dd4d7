import type { FastifyRequest } from "fastify";

/** What a proxy says of whom it speaks for: behind one on this machine everybody comes from this machine. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/** Whether a request was made on this machine itself. */
export function isLocal({ ip, headers }: Pick<FastifyRequest, "ip" | "headers">): boolean {
  const loopback = ip === "::1" || /^(::ffff:)?127\./.test(ip);
  return loopback && FORWARDED.every((name) => headers[name] === undefined);
}

import { REQUEST_ID_HEADER } from "@maillon/schema";
import { decodeJwt } from "jose";
import type { SubgraphCall } from "./recording-proxy.ts";

/** What of a call does not differ between two equal requests. */
export interface ComparableCall {
  readonly subgraph: string;
  readonly body: string;
  /** Of the assertion what it says, without its times and serial. */
  readonly headers: Readonly<Record<string, unknown>>;
}

const CHANGING = new Set([
  REQUEST_ID_HEADER,
  "host",
  "connection",
  "authorization",
  "traceparent",
  "x-request-timeout-ms",
]);

/** Leaves out what differs in every request. */
export function comparableCall({ subgraph, body, headers }: SubgraphCall): ComparableCall {
  const kept = Object.entries(headers).filter(([name]) => !CHANGING.has(name));
  const { iat: _iat, exp: _exp, jti: _jti, ...said } = decodeJwt(headers.authorization?.slice(7) ?? "");
  return { subgraph, body, headers: { ...Object.fromEntries(kept), assertion: said } };
}

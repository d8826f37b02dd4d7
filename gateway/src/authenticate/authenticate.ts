import { hash } from "node:crypto";
import { createBoundedCache } from "@maillon/schema";
import type { IssuerRegistry } from "./issuer-registry.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { type Authenticated, verifyToken } from "./verify-token.ts";

/** Names the viewer of a request from its `Authorization` header. */
export type Authenticate = (authorization: string | undefined) => Promise<Authenticated | Refusal>;

interface AuthenticateOptions {
  readonly issuers: IssuerRegistry;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** How many checked tokens are remembered, and for how long at the most, in milliseconds. */
const REMEMBERED = { tokens: 10_000, time: 30_000 };

interface Remembered {
  readonly answer: Authenticated;
  readonly until: number;
  readonly revision: string;
}

/**
 * Makes the stage. A token that was found good is not checked again for some seconds: a page sends the same one with
 * each of its queries, and a signature check costs as much as a small query. It is never remembered past its expiry.
 */
export function createAuthenticate({ issuers, now }: AuthenticateOptions): Authenticate {
  const remembered = createBoundedCache<Remembered>(REMEMBERED.tokens);

  return async (authorization) => {
    const token = bearerToken(authorization);
    if (token === undefined) return refuse("UNAUTHENTICATED", "no bearer token");
    const digest = hash("sha256", token, "base64");
    const revision = await issuers.revision();
    const known = remembered.get(digest);
    if (known?.revision === revision && now() < known.until) return known.answer;
    const answer = await verifyToken(token, issuers);
    if (answer.refused) return answer;
    remembered.set(digest, {
      answer,
      revision,
      until: Math.min(now() + REMEMBERED.time, answer.expiresAt * 1_000),
    });
    return answer;
  };
}

/** The token of `Bearer <token>` (RFC 6750, section 2.1). */
function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(authorization ?? "")?.[1];
}

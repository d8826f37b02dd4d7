import { createRemoteJWKSet } from "jose";
import type { JWTVerifyGetKey } from "jose";

/**
 * The gateway's public keys, read from where it publishes them. A key that is not known yet makes the set be read
 * again, at most every five seconds: a rotation takes effect at once, a flood of invented `kid`s does not become one
 * of requests to the gateway.
 */
export function gatewayKeys(jwksUrl: URL): JWTVerifyGetKey {
  return createRemoteJWKSet(jwksUrl, { cooldownDuration: 5000, timeoutDuration: 3000, cacheMaxAge: 600_000 });
}

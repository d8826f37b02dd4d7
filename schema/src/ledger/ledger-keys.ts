import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";

/**
 * The third party's public keys, read from where it publishes them. An unknown key makes the set be read again, at
 * most every five seconds, so that a rotation needs nobody's hand.
 */
export function ledgerKeys(jwksUrl: URL): JWTVerifyGetKey {
  return createRemoteJWKSet(jwksUrl, { cooldownDuration: 5_000, timeoutDuration: 3_000 });
}

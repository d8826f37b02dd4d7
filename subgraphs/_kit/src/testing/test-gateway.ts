import { randomUUID } from "node:crypto";
import { ASSERTION, audienceOf, claimsOf } from "@maillon/schema";
import type { Ruling, Viewer } from "@maillon/schema";
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from "jose";
import type { CryptoKey, JSONWebKeySet, JWTVerifyGetKey } from "jose";

/** A gateway's signing side with a key of its own, for tests that need real assertions. */
export interface TestGateway {
  readonly issuer: string;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKeys: JSONWebKeySet;
  readonly keys: JWTVerifyGetKey;
  /** An `Authorization` header that makes a subgraph answer this viewer; without a ruling the gateway knows of none. */
  authorize(subgraph: string, viewer: Viewer, ruling?: Ruling): Promise<string>;
}

/** Makes a gateway that signs like the real one, with a fresh Ed25519 key. */
export async function createTestGateway(): Promise<TestGateway> {
  const issuer = "https://gateway.test";
  const kid = randomUUID();
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const publicKeys = {
    keys: [{ ...(await exportJWK(publicKey)), kid, alg: ASSERTION.algorithm, use: "sig" }],
  };
  async function authorize(subgraph: string, viewer: Viewer, ruling?: Ruling): Promise<string> {
    // One look at the clock: between two a second can end, and the assertion would last too long.
    const seconds = Math.floor(Date.now() / 1_000);
    const assertion = await new SignJWT({ ...claimsOf({ viewer, ruling }) })
      .setProtectedHeader({ alg: ASSERTION.algorithm, typ: ASSERTION.type, kid })
      .setIssuer(issuer)
      .setAudience(audienceOf(subgraph))
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + ASSERTION.maximumLifetime)
      .setJti(randomUUID())
      .sign(privateKey);
    return `Bearer ${assertion}`;
  }
  return { issuer, kid, privateKey, publicKeys, keys: createLocalJWKSet(publicKeys), authorize };
}

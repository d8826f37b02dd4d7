import { createHmac, randomUUID, sign } from "node:crypto";
import { ASSERTION, type Asserted, audienceOf, claimsOf, type Viewer } from "@maillon/schema";
import type { GatewayKeys } from "./gateway-keys.ts";

/**
 * Signs the gateway's word to one subgraph about who asks, and by which agreements it decides; answers a
 * compact JWS.
 */
export type SignAssertion = (asserted: Asserted, subgraph: string) => string;

interface SignAssertionOptions {
  readonly keys: GatewayKeys;
  /** The gateway's own `iss`. */
  readonly issuer: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** For how long one assertion serves the same viewer and subgraph, in seconds; well below its lifetime. */
const REUSED_FOR = 10;

interface Signed {
  readonly assertion: string;
  readonly signedAt: number;
  readonly epoch: number | undefined;
}

/**
 * Makes the signer. Assertions are compact JWS (RFC 7515) signed with Ed25519, one for each audience; Node's own
 * `sign` is used because it is synchronous: a promise for each of a page's fetches costs more than the signature.
 */
export function createSignAssertion({ keys, issuer, now }: SignAssertionOptions): SignAssertion {
  const header = encode({ alg: ASSERTION.algorithm, typ: ASSERTION.type, kid: keys.kid });
  const remembered = new WeakMap<Viewer, Map<string, Signed>>();

  return (asserted, subgraph) => {
    const seconds = Math.floor(now() / 1_000);
    const epoch = asserted.ruling?.epoch;
    const signed = assertionsOf(asserted.viewer).get(subgraph);
    if (signed?.epoch === epoch && signed && seconds - signed.signedAt < REUSED_FOR) return signed.assertion;
    const assertion = signClaims(asserted, subgraph, seconds);
    assertionsOf(asserted.viewer).set(subgraph, { assertion, signedAt: seconds, epoch });
    return assertion;
  };

  function assertionsOf(viewer: Viewer): Map<string, Signed> {
    let own = remembered.get(viewer);
    if (!own) remembered.set(viewer, (own = new Map()));
    return own;
  }

  function signClaims({ viewer, ruling }: Asserted, subgraph: string, seconds: number): string {
    const subject = pseudonymOf(viewer.subject, subgraph);
    const payload = encode({
      iss: issuer,
      aud: audienceOf(subgraph),
      iat: seconds,
      exp: seconds + ASSERTION.maximumLifetime,
      jti: randomUUID(),
      ...claimsOf({ viewer: { ...viewer, subject }, ruling }),
    });
    const signature = sign(null, Buffer.from(`${header}.${payload}`), keys.signingKey);
    return `${header}.${payload}.${signature.toString("base64url")}`;
  }

  /** Another one for each subgraph, so that two operators cannot find out that they served the same person. */
  function pseudonymOf(subject: string, subgraph: string): string {
    return createHmac("sha256", keys.pseudonymSecret).update(`${subgraph}\n${subject}`).digest("base64url");
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

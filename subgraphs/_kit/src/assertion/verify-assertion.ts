import { ASSERTION, assertedBy, assertionClaims, audienceOf, createBoundedCache } from "@maillon/schema";
import type { Asserted } from "@maillon/schema";
import { decodeProtectedHeader, errors, jwtVerify } from "jose";
import type { JWTPayload, JWTVerifyGetKey } from "jose";
import { SubgraphError } from "../errors.ts";

/** Turns an `Authorization` header into what the gateway vouches for, or throws a `SubgraphError`. */
export type AssertionVerifier = (authorization: string | undefined) => Promise<Asserted>;

export interface AssertionTrust {
  /** Name of the subgraph; an assertion for any other one is refused. */
  readonly subgraph: string;
  /** The `iss` of the gateway. */
  readonly issuer: string;
  /** Finds the gateway's public key by the `kid` of a header. */
  readonly keys: JWTVerifyGetKey;
  /** Milliseconds since 1970; the machine's clock unless told otherwise. */
  readonly now?: () => number;
}

/** Longest header that is looked at, in characters: an assertion with 50 roles takes a third of it. */
const LONGEST_TOKEN = 16_384;

/** The gateway signs one for a viewer's requests of some seconds: as many as viewers ask at once. */
const REMEMBERED = 1_000;

/** An assertion that was verified; `end` is in seconds since 1970. */
interface Verified {
  readonly asserted: Asserted;
  readonly end: number;
}

/** Makes the check that stands before every request of a subgraph (RFC 8725 throughout). */
export function assertionVerifier(trust: AssertionTrust): AssertionVerifier {
  const { subgraph, issuer, keys, now = Date.now } = trust;
  const audience = audienceOf(subgraph);
  const verified = createBoundedCache<Verified>(REMEMBERED);
  return async function verifyAssertion(authorization) {
    const token = bearerToken(authorization);
    const known = verified.get(token);
    if (known && now() < known.end * 1_000) return known.asserted;
    refuseEmbeddedKeys(token);
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [ASSERTION.algorithm],
      typ: ASSERTION.type,
      issuer,
      audience,
      currentDate: new Date(now()),
      clockTolerance: ASSERTION.clockTolerance,
      maxTokenAge: ASSERTION.maximumLifetime,
      requiredClaims: ["iss", "aud", "exp", "iat", "jti", "sub"],
    }).catch(refuse);
    const asserted = assertedIn(payload, audience);
    verified.set(token, { asserted, end: payload.exp ?? 0 });
    return asserted;
  };
}

function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer ([\w.-]+)$/u.exec(authorization ?? "")?.[1];
  if (token === undefined) throw new SubgraphError("ASSERTION_MISSING");
  if (token.length > LONGEST_TOKEN) throw new SubgraphError("ASSERTION_INVALID");
  return token;
}

/** A token must never choose the key that it is checked with: keys come from the gateway's published set only. */
function refuseEmbeddedKeys(token: string): void {
  const header = headerOf(token);
  const chosenKey = ["jwk", "jku", "x5u", "x5c"].some((name) => name in header);
  if (chosenKey || typeof header.kid !== "string") throw new SubgraphError("ASSERTION_INVALID");
}

function headerOf(token: string): ReturnType<typeof decodeProtectedHeader> {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new SubgraphError("ASSERTION_INVALID");
  }
}

function assertedIn(payload: JWTPayload, audience: string): Asserted {
  const { aud, exp = Infinity, iat = 0, jti } = payload;
  // jose accepts an array that also names other subgraphs: one captured there would be good here, too.
  if (aud !== audience) throw new SubgraphError("ASSERTION_AUDIENCE");
  const claims = assertionClaims.safeParse(payload);
  const lifetime = exp - iat;
  const wellFormed = typeof jti === "string" && lifetime > 0 && lifetime <= ASSERTION.maximumLifetime;
  if (!claims.success || !wellFormed) throw new SubgraphError("ASSERTION_INVALID");
  return assertedBy(claims.data);
}

/** Tells the gateway's operator which kind of mistake it was, and an attacker nothing about the keys. */
function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw new SubgraphError("ASSERTION_EXPIRED");
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud") throw new SubgraphError("ASSERTION_AUDIENCE");
    const tooEarly = error.reason === "check_failed" && (error.claim === "nbf" || error.claim === "iat");
    if (tooEarly) throw new SubgraphError("ASSERTION_EXPIRED");
  }
  if (isRefusalOfTheToken(error)) throw new SubgraphError("ASSERTION_INVALID");
  // Whatever else went wrong (no connection, a timeout, a broken key set) says nothing about the token.
  throw new SubgraphError("ASSERTION_KEYS_UNAVAILABLE");
}

function isRefusalOfTheToken(error: unknown): boolean {
  const causes = [
    errors.JWTClaimValidationFailed,
    errors.JWTInvalid,
    errors.JWSInvalid,
    errors.JWSSignatureVerificationFailed,
    errors.JOSEAlgNotAllowed,
    errors.JOSENotSupported,
    errors.JWKSNoMatchingKey,
    errors.JWKSMultipleMatchingKeys,
  ];
  return causes.some((cause) => error instanceof cause);
}

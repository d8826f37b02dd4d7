import type { Viewer } from "@maillon/schema";
import { type JWTPayload, decodeJwt, errors, jwtVerify } from "jose";
import type { Issuer } from "./issuer.ts";
import type { IssuerRegistry } from "./issuer-registry.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { viewerOfToken } from "./viewer-of-token.ts";

/** Tolerated difference between the provider's clock and ours, in seconds. */
const CLOCK_TOLERANCE = 5;
/** No bearer token of a sane provider is longer, in characters. */
const MAXIMUM_LENGTH = 8_192;

/** A viewer, and until when (seconds since the epoch) her token names her. */
export interface Authenticated {
  readonly refused: false;
  readonly viewer: Viewer;
  readonly expiresAt: number;
}

/** Checks one bearer token (RFC 8725 says how): a known issuer, its key and algorithm, one audience, an expiry. */
export async function verifyToken(token: string, issuers: IssuerRegistry): Promise<Authenticated | Refusal> {
  if (token.length > MAXIMUM_LENGTH)
    return refuse("TOKEN_INVALID", "longer than any token of a known provider");
  const issuer = await issuerOf(token, issuers);
  if (!issuer) return refuse("TOKEN_INVALID", "unknown issuer");
  const verified = await verifiedPayload(token, issuer);
  if ("refused" in verified) return verified;
  const { payload } = verified;
  const viewer = viewerOfToken(payload, issuer);
  if ("refused" in viewer) return viewer;
  return { refused: false, viewer, expiresAt: payload.exp ?? 0 };
}

/** Reads `iss` before the signature is checked, only to choose whose keys must have signed. */
async function issuerOf(token: string, issuers: IssuerRegistry): Promise<Issuer | undefined> {
  try {
    const { iss } = decodeJwt(token);
    return typeof iss === "string" ? await issuers.find(iss) : undefined;
  } catch {
    return undefined;
  }
}

async function verifiedPayload(token: string, issuer: Issuer): Promise<{ payload: JWTPayload } | Refusal> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: issuer.algorithms,
      typ: issuer.tokenType,
      // jose accepts a token without exp unless it is required here.
      requiredClaims: ["iss", "aud", "exp", "iat", "sub"],
      clockTolerance: CLOCK_TOLERANCE,
    });
    // jose accepts an array that holds our audience among others: such a token was meant for others too.
    if (typeof payload.aud !== "string") return refuse("TOKEN_INVALID", "several audiences");
    if (carriesItsOwnKey(protectedHeader)) return refuse("TOKEN_INVALID", "carries its own key");
    if (protectedHeader.kid === undefined) return refuse("TOKEN_INVALID", "names no key");
    return { payload };
  } catch (error) {
    return refusalOf(error);
  }
}

function carriesItsOwnKey(header: object): boolean {
  return ["jwk", "jku", "x5u", "x5c"].some((name) => name in header);
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) return refuse("TOKEN_EXPIRED", "expired");
  if (error instanceof errors.JOSEError && !failedToFetch(error)) {
    return refuse("TOKEN_INVALID", `${error.code}: ${error.message}`);
  }
  return refuse("ISSUER_UNAVAILABLE", `keys of the issuer cannot be fetched: ${String(error)}`);
}

/** jose has its own error for time and shape, and its general one for a status other than 200. */
function failedToFetch(error: errors.JOSEError): boolean {
  return ["ERR_JOSE_GENERIC", "ERR_JWKS_TIMEOUT", "ERR_JWKS_INVALID"].includes(error.code);
}

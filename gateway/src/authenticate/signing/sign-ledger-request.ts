import { randomUUID, sign } from "node:crypto";
import { LEDGER } from "@maillon/schema/ledger";
import type { GatewayKeys } from "./gateway-keys.ts";

/**
 * Makes the gateway's own request for the ledger: a compact JWS by which the trusted third party, who knows the
 * gateway's published keys, knows who asks. No secret is shared that could leak on either side.
 */
export function createSignLedgerRequest(
  { kid, signingKey }: GatewayKeys,
  issuer: string,
  now: () => number,
): () => string {
  const header = encode({ alg: LEDGER.algorithm, typ: LEDGER.readerType, kid });
  return () => {
    const iat = Math.floor(now() / 1_000);
    const exp = iat + LEDGER.readerLifetime;
    const payload = encode({ iss: issuer, aud: LEDGER.audience, iat, exp, jti: randomUUID() });
    const signature = sign(null, Buffer.from(`${header}.${payload}`), signingKey);
    return `${header}.${payload}.${signature.toString("base64url")}`;
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

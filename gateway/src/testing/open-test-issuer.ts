import { type JWTPayload, exportJWK, generateKeyPair, SignJWT } from "jose";

/** An identity provider of one test, with real keys. */
export interface TestIssuer {
  /** Its entry in the issuer file. */
  readonly record: Readonly<Record<string, unknown>>;
  /** Signs a token; claims and header given here win over the right ones. */
  token(claims?: JWTPayload, header?: Record<string, unknown>): Promise<string>;
}

/** Opens an identity provider that is bound as `binding` says. */
export async function openTestIssuer(issuer: string, binding: Record<string, unknown>): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
  const kid = `${issuer}#1`;
  const key = { ...(await exportJWK(publicKey)), kid, alg: "EdDSA" };
  const audience = "https://gateway.test";
  return {
    record: {
      issuer,
      audience,
      tokenType: "at+jwt",
      algorithms: ["EdDSA"],
      jwks: { keys: [key] },
      ...binding,
    },
    token(claims = {}, header = {}) {
      const now = Math.floor(Date.now() / 1_000);
      const payload = { iss: issuer, aud: audience, sub: "person-1", iat: now, exp: now + 60, ...claims };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: "EdDSA", typ: "at+jwt", kid, ...header })
        .sign(privateKey);
    },
  };
}

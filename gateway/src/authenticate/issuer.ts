import { type JWK, createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";

const algorithm = z.enum(["EdDSA", "ES256", "ES384", "PS256", "RS256"]);
const publicKey = z
  .looseObject({ kty: z.string(), kid: z.string() })
  .refine((key) => !("d" in key) && key.kty !== "oct", "must be a public key");

/**
 * One identity provider. What it may speak for is written here, by the gateway's operator: a token's own claims
 * can only choose among the companies that its issuer is bound to.
 */
const issuerRecord = z
  .strictObject({
    /** The `iss` of its tokens. */
    issuer: z.url(),
    /** The `aud` that its tokens for this gateway carry, as their single audience. */
    audience: z.string().min(1),
    /** The JWS `typ` of its tokens: `at+jwt` by RFC 9068, plain `JWT` with older providers. */
    tokenType: z.enum(["at+jwt", "JWT"]),
    algorithms: z.array(algorithm).min(1),
    /** Where its keys are published; fetched again when a token names an unknown key. */
    jwksUrl: z.url({ protocol: /^https?$/ }).optional(),
    /** Or its keys themselves. */
    jwks: z.object({ keys: z.array(publicKey).min(1) }).optional(),
    /** The companies (`Organization.id`) it speaks for. */
    organizations: z.array(z.string().min(1)).default([]),
    /** The operator of a customers subgraph, such as `vega`, for whose consumers it speaks. */
    consumersOf: z.string().min(1).optional(),
    /** Demo issuers are refused unless `MAILLON_DEMO=1`. */
    demo: z.boolean().default(false),
  })
  .refine(({ jwksUrl, jwks }) => (jwksUrl === undefined) !== (jwks === undefined), {
    message: "needs either jwksUrl or jwks",
  })
  .refine(({ organizations, consumersOf }) => organizations.length > 0 !== (consumersOf !== undefined), {
    message: "needs either organizations or consumersOf",
  });

/** The file that lists the identity providers: a JSON array. */
export const issuerFile = z.array(issuerRecord).superRefine((issuers, context) => {
  const seen = new Set<string>();
  for (const { issuer } of issuers) {
    if (seen.has(issuer)) context.addIssue({ code: "custom", message: `issuer ${issuer} is listed twice` });
    seen.add(issuer);
  }
});

/** One identity provider, with the keys to check its tokens. */
export interface Issuer extends Omit<z.infer<typeof issuerRecord>, "jwks" | "jwksUrl"> {
  readonly keys: JWTVerifyGetKey;
}

/**
 * Between two fetches of an issuer's keys, in milliseconds: a flood of made-up key ids must not become a
 * flood of requests.
 */
const COOLDOWN = 10_000;

/** Makes an issuer ready to check tokens; nothing is fetched before the first token arrives. */
export function openIssuer(
  { jwks, jwksUrl, ...record }: z.infer<typeof issuerRecord>,
  cooldown = COOLDOWN,
): Issuer {
  if (jwksUrl === undefined)
    return { ...record, keys: createLocalJWKSet({ keys: (jwks?.keys ?? []) as JWK[] }) };
  const options = { timeoutDuration: 3_000, cooldownDuration: cooldown, cacheMaxAge: 600_000 };
  return { ...record, keys: createRemoteJWKSet(new URL(jwksUrl), options) };
}

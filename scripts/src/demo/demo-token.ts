import { importJWK, type JWTPayload, SignJWT } from "jose";
import { DEMO_AUDIENCE, demoIssuer, ensureDemoIssuers } from "./demo-issuers.ts";
import { type Identities, readIdentities } from "./identities.ts";

/** How long a token of the demo counts, in seconds: a working day. */
const LIFETIME = 8 * 3_600;

/**
 * A bearer token of the local chain for `<company>/<role>` or `consumer/<name>`.
 *
 * @throws Error that says which names exist.
 */
export async function demoToken(home: string, persona: string): Promise<string> {
  const identities = await readIdentities(home);
  const { issuer, claims } = claimsOf(persona, identities);
  const keys = await ensureDemoIssuers(home, identities);
  const jwk = keys[issuer];
  if (!jwk) throw new Error(`There is no key for ${issuer}.`);
  return new SignJWT({ sub: persona, ...claims })
    .setProtectedHeader({ alg: "EdDSA", typ: "at+jwt", kid: jwk.kid ?? "" })
    .setIssuer(demoIssuer(issuer))
    .setAudience(DEMO_AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME}s`)
    .sign(await importJWK(jwk, "EdDSA"));
}

function claimsOf(persona: string, identities: Identities): { issuer: string; claims: JWTPayload } {
  const companies = new Map(Object.entries(identities.companies));
  const consumers = new Map(Object.entries(identities.consumers));
  const [, company = "", role = ""] = /^([^/\s]+)\/([a-z][a-z0-9-]*)$/.exec(persona) ?? [];
  const customers = company === "consumer" ? consumers.get(role) : undefined;
  if (customers) return { issuer: company, claims: { customers } };
  const organization = companies.get(company);
  if (organization) return { issuer: company, claims: { organization, roles: [role] } };
  const known = knownPersonas(identities);
  throw new Error(
    known.length === 0
      ? "The chain has not been seeded yet: run npm start once."
      : `"${persona}" is nobody in this chain. Write <company>/<role>, with one of: ${known.join(", ")}.`,
  );
}

/** An import may bring hundreds of companies, each called `<source>.<key>`: one of them stands for all. */
function knownPersonas({ companies, consumers }: Identities): string[] {
  const names = Object.keys(companies);
  const imported = names.filter((name) => name.includes("."));
  return [
    ...names.filter((name) => !name.includes(".")).map((name) => `${name}/<role>`),
    ...Object.keys(consumers).map((name) => `consumer/${name}`),
    ...imported.slice(0, 1).map((name) => `${name}/<role> (one of ${imported.length} imported companies)`),
  ];
}

import { createHash } from "node:crypto";
import { LEDGER } from "@maillon/schema/ledger";
import type { SubgraphHost } from "@maillon/subgraph-kit";
import { jwtVerify } from "jose";
import { z } from "zod";
import { readJson } from "./read-json.ts";

const readersFile = z.array(
  z.strictObject({
    /** `Organization.id` of the company that the credential belongs to. */
    organization: z.string().min(1),
    /** SHA-256 of the credential, in base64url: the file betrays none. */
    credentialSha256: z.string().regex(/^[\w-]{43}$/u),
  }),
);

/** Who reads the ledger: a gateway all of it, a company what concerns it. */
export type LedgerReader =
  | { readonly kind: "gateway"; readonly issuer: string }
  | { readonly kind: "company"; readonly organization: string };

/** Names the reader whom an `Authorization` header proves; undefined when it proves nobody. */
export type NameReader = (authorization: string | undefined) => Promise<LedgerReader | undefined>;

/** The companies of a readers file, by the hash of their credentials. A company may have two while it changes them. */
export async function readReaders(path: string): Promise<ReadonlyMap<string, string>> {
  const parsed = readersFile.safeParse(await readJson(path));
  if (!parsed.success) throw new Error(`${path} is not a list of readers: ${z.prettifyError(parsed.error)}`);
  return new Map(parsed.data.map(({ organization, credentialSha256 }) => [credentialSha256, organization]));
}

/**
 * Makes the check. A company bears its own secret; the gateway, whose keys are published, signs each request. Secrets
 * are found by their hash, so that comparing takes no time that tells about them.
 */
export function createNameReader(
  companies: ReadonlyMap<string, string>,
  gateway: SubgraphHost["gateway"],
): NameReader {
  return async (authorization) => {
    const token = /^Bearer ([\w.-]{43,2000})$/u.exec(authorization ?? "")?.[1];
    if (token === undefined) return undefined;
    if (token.includes(".")) return gatewayOf(token, gateway);
    const organization = companies.get(createHash("sha256").update(token).digest("base64url"));
    return organization === undefined ? undefined : { kind: "company", organization };
  };
}

async function gatewayOf(
  token: string,
  { issuer, keys }: SubgraphHost["gateway"],
): Promise<LedgerReader | undefined> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [LEDGER.algorithm],
      typ: LEDGER.readerType,
      issuer,
      audience: LEDGER.audience,
      maxTokenAge: LEDGER.readerLifetime,
      clockTolerance: LEDGER.clockTolerance,
      requiredClaims: ["exp", "jti"],
    });
    return payload.aud === LEDGER.audience ? { kind: "gateway", issuer } : undefined;
  } catch {
    // Whether the token is wrong or the gateway's keys cannot be read: nobody is named, and the gateway asks again.
    return undefined;
  }
}

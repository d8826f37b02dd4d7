import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { link, unlink, writeFile } from "node:fs/promises";
import type { JSONWebKeySet } from "jose";
import { z } from "zod";
import { readJson } from "../../read-json.ts";

const privateKey = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  kid: z.string().min(1),
  x: z.string().min(1),
  d: z.string().min(1),
});

/** The gateway's secrets, a JSON file that only its operator may read. */
const keyFile = z.strictObject({
  /** Ed25519 keys as JWKs (RFC 8037). The first signs; all are published, so that a key can be rotated out. */
  signing: z.tuple([privateKey], privateKey),
  /** Makes the pseudonyms of persons: base64url, at least 32 bytes. */
  pseudonymSecret: z.string().regex(/^[A-Za-z0-9_-]{43,}$/, "must be at least 32 bytes in base64url"),
});

/** The keys in use. */
export interface GatewayKeys {
  readonly kid: string;
  readonly signingKey: KeyObject;
  readonly pseudonymSecret: Buffer;
  /** What `/.well-known/jwks.json` answers: public keys only. */
  readonly published: JSONWebKeySet;
}

/**
 * Reads the gateway's keys.
 *
 * @throws Error that names the file and the entry when it cannot be read or is not valid.
 */
export async function readGatewayKeys(path: string): Promise<GatewayKeys> {
  const { signing, pseudonymSecret } = await readJson(path, keyFile);
  const [first] = signing;
  return {
    kid: first.kid,
    signingKey: createPrivateKey({ key: first, format: "jwk" }),
    pseudonymSecret: Buffer.from(pseudonymSecret, "base64url"),
    published: { keys: signing.map(publicPart) },
  };
}

/** Writes fresh keys unless the file exists; two gateways that start at once end up with the same file. */
export async function ensureGatewayKeys(path: string): Promise<void> {
  const { privateKey: fresh } = generateKeyPairSync("ed25519");
  const kid = randomBytes(8).toString("hex");
  const content = {
    signing: [{ ...fresh.export({ format: "jwk" }), kid }],
    pseudonymSecret: randomBytes(32).toString("base64url"),
  };
  const draft = `${path}.${kid}`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600, flag: "wx" });
  // A link is created whole or not at all, and never over an existing file.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await unlink(draft);
}

function publicPart({ kid, d, ...key }: z.infer<typeof privateKey>) {
  const derived = createPublicKey({ key: { ...key, d }, format: "jwk" }).export({ format: "jwk" });
  return { ...derived, kid, alg: "EdDSA", use: "sig" } as const;
}

import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { LEDGER } from "@maillon/schema/ledger";
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK } from "jose";
import { z } from "zod";
import { readJson } from "./read-json.ts";

const keyFile = z.strictObject({
  /** Ed25519 keys as JWKs (RFC 8037). The first signs; all are published, so that a key can be rotated out. */
  signing: z
    .array(
      z.strictObject({
        kty: z.literal("OKP"),
        crv: z.literal("Ed25519"),
        kid: z.string().min(1),
        x: z.string().min(1),
        d: z.string().min(1),
      }),
    )
    .min(1),
});

/** The keys by which others know Conforma's word. */
export interface SigningKeys {
  readonly kid: string;
  readonly key: CryptoKey;
  /** What `/.well-known/jwks.json` answers: public keys only. */
  readonly published: JSONWebKeySet;
}

/** Reads the keys of a file that only Conforma may read; throws when it has another shape. */
export async function readSigningKeys(path: string): Promise<SigningKeys> {
  const parsed = keyFile.safeParse(await readJson(path));
  const [first] = parsed.data?.signing ?? [];
  // The fault is not quoted: it could hold a part of a key.
  if (!parsed.success || !first) throw new Error(`${path} does not hold the keys of the ledger.`);
  const key = await importJWK(first, LEDGER.algorithm);
  if (key instanceof Uint8Array) throw new Error(`${path} holds a key that is no key pair.`);
  const published = parsed.data.signing.map(({ d: _private, ...known }): JWK => {
    return { ...known, alg: LEDGER.algorithm, use: "sig" };
  });
  return { kid: first.kid, key, published: { keys: published } };
}

/** Writes fresh keys; fails when the file exists, so that nothing overwrites keys in use. */
export async function createSigningKeys(path: string): Promise<void> {
  const { privateKey } = await generateKeyPair(LEDGER.algorithm, { extractable: true });
  const kid = randomBytes(8).toString("hex");
  const content = JSON.stringify({ signing: [{ ...(await exportJWK(privateKey)), kid }] });
  await writeFile(path, content, { mode: 0o600, flag: "wx" });
}

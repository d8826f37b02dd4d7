import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SUBGRAPHS } from "@maillon/schema";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import type { Identities } from "./identities.ts";
import { writeWhole } from "./write-whole.ts";

/** `aud` of the demo's tokens. */
export const DEMO_AUDIENCE = "maillon:gateway:demo";

/** The short name of the one issuer for all consumers of the chain. */
const CONSUMERS = "consumer";

type PrivateKeys = Record<string, JWK>;

/** The issuer file that the demo's gateway reads; public keys only. */
export const issuersFile = (home: string) => join(home, "demo", "issuers.json");
const keysFile = (home: string) => join(home, "demo", "issuer-keys.json");

/** `iss` of the demo's identity provider of one company. */
export function demoIssuer(company: string): string {
  return `https://${company}.demo.maillon.localhost`;
}

/**
 * Gives every known company an identity provider of its own, with its own key, and the consumers one together; the
 * gateway reads the list again when it changes. Answers the private keys by company.
 */
export async function ensureDemoIssuers(home: string, { companies }: Identities): Promise<PrivateKeys> {
  const keys = await readKeys(home);
  for (const name of [CONSUMERS, ...Object.keys(companies)]) keys[name] ??= await newKey(name);
  await writeWhole(keysFile(home), JSON.stringify(keys));
  const bindings = [
    record(CONSUMERS, keys, { consumersOf: SUBGRAPHS.customers.operator }),
    ...Object.entries(companies).map(([name, id]) => record(name, keys, { organizations: [id] })),
  ];
  await writeWhole(issuersFile(home), `${JSON.stringify(bindings, null, 2)}\n`);
  return keys;
}

function record(name: string, keys: PrivateKeys, binding: object): object {
  const { d: _private, ...publicKey } = keys[name] ?? {};
  return {
    issuer: demoIssuer(name),
    audience: DEMO_AUDIENCE,
    tokenType: "at+jwt",
    algorithms: ["EdDSA"],
    jwks: { keys: [publicKey] },
    demo: true,
    ...binding,
  };
}

async function newKey(name: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: "EdDSA", kid: `${demoIssuer(name)}#1` };
}

async function readKeys(home: string): Promise<PrivateKeys> {
  try {
    return JSON.parse(await readFile(keysFile(home), "utf8")) as PrivateKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}

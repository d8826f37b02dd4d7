import { generateKeyPairSync, randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@maillon/schema";
import { LEDGER } from "@maillon/schema/ledger";
import { ledgerWith, openTestKeeper } from "@maillon/schema/testing";
import { LOOPBACK } from "../loopback.ts";
import { SignJWT, exportJWK, generateKeyPair } from "jose";

/** What our gateway needs to check tokens, and one that it accepts. */
export interface BenchIdentity {
  readonly env: NodeJS.ProcessEnv;
  readonly token: string;
}

/** Makes an identity provider, the gateway's own keys and a ledger to follow; the ledger ends with this process. */
export async function createBenchIdentity(
  folder: string,
  organization: string = newId("org", "conforma"),
): Promise<BenchIdentity> {
  const [issuer, audience, kid] = ["https://id.bench", "https://gateway.bench", "bench"];
  const { privateKey, publicKey } = await generateKeyPair("EdDSA");
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: "EdDSA" }] };
  const organizations = [organization];
  const record = { issuer, audience, tokenType: "at+jwt", algorithms: ["EdDSA"], jwks, organizations };
  const signing = [
    { ...generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" }), kid: "gateway" },
  ];
  const keys = { signing, pseudonymSecret: randomBytes(32).toString("base64url") };
  const files = { issuers: join(folder, "issuers.json"), keys: join(folder, "keys.json") };
  await writeFile(files.issuers, JSON.stringify([record]));
  await writeFile(files.keys, JSON.stringify(keys), { mode: 0o600 });
  const token = await new SignJWT({ roles: ["buying"] })
    .setProtectedHeader({ alg: "EdDSA", typ: "at+jwt", kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject("person")
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(privateKey);
  const gateway = "http://gateway.bench";
  // As patient as a real one: a gateway that is told every moment that nothing has changed is not what is measured.
  const keeper = await openTestKeeper(gateway, ledgerWith(), LEDGER.patience);
  return {
    token,
    env: {
      GATEWAY_ISSUER: gateway,
      LEDGER_URL: keeper.url.href,
      LEDGER_JWKS_URL: keeper.jwksUrl.href,
      GATEWAY_ISSUERS_FILE: files.issuers,
      GATEWAY_KEYS_FILE: files.keys,
      GATEWAY_SUBGRAPH_NETWORKS: LOOPBACK,
      // One company asks for everything here.
      GATEWAY_COMPANY_BUDGET: "1000000000000",
    },
  };
}

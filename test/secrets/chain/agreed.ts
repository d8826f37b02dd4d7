import { createPrivateKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Ledger, LEDGER, ledgerKeys, readStatement } from "@maillon/schema/ledger";
import { type JWK, SignJWT } from "jose";
import type { Chain } from "../../start/chain.ts";

/**
 * What is agreed in a chain: asked of the trusted third party as its gateway asks, and read from its signed
 * statement.
 */
export async function readLedger(chain: Chain): Promise<Ledger> {
  const compliance = `http://127.0.0.1:${chain.portOf("compliance")}`;
  const response = await fetch(`${compliance}/ledger?after=0`, {
    headers: { authorization: `Bearer ${await signRequest(chain)}` },
  });
  const keys = ledgerKeys(new URL(`${compliance}/.well-known/jwks.json`));
  const statement = await readStatement(await response.text(), { keys, holder: chain.url });
  if (statement.kind === "snapshot") return statement.ledger;
  throw new Error("The third party told nothing of the ledger.");
}

async function signRequest({ home, url }: Chain): Promise<string> {
  const file: unknown = JSON.parse(await readFile(join(home, "gateway-keys.json"), "utf8"));
  const [key] = (file as { signing: (JWK & { kid: string })[] }).signing;
  if (key === undefined) throw new Error("The gateway has no key.");
  // One look at the clock: between two a second can end, and the request would last too long.
  const seconds = Math.floor(Date.now() / 1_000);
  return new SignJWT()
    .setProtectedHeader({ alg: LEDGER.algorithm, typ: LEDGER.readerType, kid: key.kid })
    .setIssuer(url)
    .setAudience(LEDGER.audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LEDGER.readerLifetime)
    .setJti("test")
    .sign(createPrivateKey({ key: { ...key }, format: "jwk" }));
}

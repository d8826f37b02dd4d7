import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { followLedger, LEDGER, type LedgerFollower, ledgerKeys } from "@maillon/schema/ledger";
import type { TestGateway, TestSubgraph } from "@maillon/subgraph-kit/testing";
import { type JWTPayload, SignJWT } from "jose";
import { ledgerService } from "../ledger/ledger-service.ts";
import { createSigningKeys } from "../ledger/signing-keys.ts";
import { type CompanyName, openChain } from "./open-chain.ts";

/** The test chain with its ledger served over HTTP. */
export interface LedgerChain extends AsyncDisposable {
  readonly chain: TestSubgraph;
  readonly url: string;
  /** The secret of a company. */
  readonly credentialOf: (company: CompanyName) => string;
  /** Asks once; answers as soon as the ledger does. */
  ask(authorization: string | undefined, after?: number): Promise<Response>;
  /** Follows as a company or as the gateway does, and has the first ledger. */
  follow(holder: CompanyName | "the gateway"): Promise<LedgerFollower>;
}

/** Opens it with a credential for each company: `await using served = await openLedgerChain()`. */
export async function openLedgerChain(): Promise<LedgerChain> {
  const opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "maillon-ledger-"));
  opened.defer(() => rm(folder, { recursive: true }));
  const [keysFile, readersFile] = [join(folder, "keys.json"), join(folder, "readers.json")];
  const secret = randomBytes(16).toString("hex");
  const credentialOf = (company: string) =>
    createHash("sha256")
      .update(secret + company)
      .digest("base64url");
  await createSigningKeys(keysFile);
  await writeFile(readersFile, JSON.stringify(["fabrica", "integra", "rivalis", "vega"].map(readerOf)));
  const chain = opened.use(await openChain({ services: [ledgerService({ keysFile, readersFile })] }));
  const url = await chain.server.listen({ host: "127.0.0.1", port: 0 });
  return {
    chain,
    url,
    credentialOf,
    ask: (authorization, after = 0) =>
      fetch(`${url}/ledger?after=${after}`, {
        headers: authorization === undefined ? {} : { authorization },
      }),
    async follow(holder) {
      const gateway = holder === "the gateway";
      let token = gateway ? await ledgerRequest(chain.gateway) : credentialOf(holder);
      // A request of the gateway counts for half a minute, which may be shorter than a test runs.
      const renew = async () => void (token = await ledgerRequest(chain.gateway));
      const renewal = gateway ? setInterval(renew, 5_000) : undefined;
      opened.defer(() => clearInterval(renewal));
      const follower = followLedger({
        url: new URL(`${url}/ledger`),
        holder: gateway ? chain.gateway.issuer : holder,
        keys: ledgerKeys(new URL(`${url}/.well-known/jwks.json`)),
        authorization: () => `Bearer ${token}`,
        now: Date.now,
        report: () => {},
      });
      opened.use(follower);
      await until(follower.begun);
      return follower;
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };

  function readerOf(organization: string) {
    const credential = credentialOf(organization);
    return { organization, credentialSha256: createHash("sha256").update(credential).digest("base64url") };
  }
}

/** A gateway's request for the ledger; claims and kind given here win over the right ones. */
export async function ledgerRequest(
  { issuer, kid, privateKey }: Pick<TestGateway, "issuer" | "kid" | "privateKey">,
  claims: JWTPayload = {},
  typ: string = LEDGER.readerType,
): Promise<string> {
  const iat = Math.floor(Date.now() / 1_000);
  const payload = { iss: issuer, aud: LEDGER.audience, iat, exp: iat + 30, jti: randomUUID(), ...claims };
  return new SignJWT(payload).setProtectedHeader({ alg: LEDGER.algorithm, typ, kid }).sign(privateKey);
}

/** Waits until something holds; a test that waits in vain ends by its own time limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}

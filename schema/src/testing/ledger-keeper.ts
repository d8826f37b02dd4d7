import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type CryptoKey, exportJWK, generateKeyPair } from "jose";
import type { Ledger } from "../agreement/ledger.ts";
import { type LedgerStatement, signStatement } from "../ledger/ledger-statement.ts";

/** A trusted third party of one test: real HTTP and signatures, its ledger in memory. */
export interface TestKeeper extends AsyncDisposable {
  readonly url: URL;
  readonly jwksUrl: URL;
  readonly kid: string;
  readonly key: CryptoKey;
  /** The `Authorization` headers that it received. */
  readonly received: (string | undefined)[];
  /** From now on the ledger is this one. */
  keep(ledger: Ledger): void;
  /** From now on every answer is this one, whatever is asked; undefined: the truth again. */
  answerWith(answer: { readonly status: number; readonly body: string } | undefined): void;
}

/**
 * Opens a keeper for one holder. It vouches for its ledger after `patience` milliseconds, if nothing changes; much earlier than a
 * real one, so that tests need not wait.
 */
export async function openTestKeeper(holder: string, first: Ledger, patience = 100): Promise<TestKeeper> {
  const { privateKey: key, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
  const kid = "keeper#1";
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: "EdDSA" }] });
  const received: (string | undefined)[] = [];
  let kept = first;
  let fixed: { readonly status: number; readonly body: string } | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://keeper.test");
    if (pathname === "/jwks") return void response.end(jwks);
    received.push(request.headers.authorization);
    if (fixed) return void response.writeHead(fixed.status).end(fixed.body);
    const after = Number(searchParams.get("after"));
    // Whoever asked may have gone, with the test: nothing waits on then.
    const waits = () => kept.sequence <= after && !response.destroyed;
    for (let waited = 0; waited < patience && waits(); waited += 10) await sleep(10);
    return void response.end(await signStatement(statementAfter(after, kept), { kid, key, holder }));
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: new URL(`${origin}/ledger`),
    jwksUrl: new URL(`${origin}/jwks`),
    kid,
    key,
    received,
    keep: (ledger) => void (kept = ledger),
    answerWith: (given) => void (fixed = given),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function statementAfter(after: number, ledger: Ledger): LedgerStatement {
  const issuedAt = new Date().toISOString();
  const { sequence } = ledger;
  return sequence > after
    ? { kind: "snapshot", ledger: { ...ledger, issuedAt } }
    : { kind: "unchanged", unchanged: { sequence, issuedAt } };
}

import { setTimeout as sleep } from "node:timers/promises";
import type { JWTVerifyGetKey } from "jose";
import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import { LEDGER_LIFETIME } from "../agreement/open-ledger.ts";
import { createLedgerCopy, type LedgerCopy } from "./ledger-copy.ts";
import { LEDGER } from "./ledger-protocol.ts";
import { readStatement } from "./ledger-statement.ts";

/** What the holder's operator may want to know; a failure that lasts is told once. */
export type LedgerEvent =
  | { readonly kind: "followed"; readonly sequence: number }
  | { readonly kind: "failed"; readonly error: unknown };

export interface FollowLedgerOptions {
  /** Where the trusted third party answers, such as `https://ledger.example/ledger`. */
  readonly url: URL;
  /** For whom its statements must be made: the company's `Organization.id`, or the gateway's `iss`. */
  readonly holder: string;
  /** The third party's public keys. */
  readonly keys: JWTVerifyGetKey;
  /** The value of `Authorization` that names the holder, made anew for each request. */
  readonly authorization: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly report: (event: LedgerEvent) => void;
}

/** A copy of the ledger that keeps itself up to date until it is disposed of. */
export interface LedgerFollower extends AsyncDisposable {
  /** What is in force now; undefined when nobody can know: then whatever needs an agreement is refused. */
  readonly current: () => AgreementsInForce | undefined;
  /** Whether a ledger has ever come, or has been waited for long enough to go on without. */
  readonly begun: () => boolean;
}

/** How much longer than promised an answer is waited for, in milliseconds. */
const GRACE = 4_000;
/** Milliseconds between two requests: after a change none; a keeper that answers too soon must not be flooded. */
const PAUSE = { changed: 0, unchanged: 50, failed: 500 } as const;

/** Follows the ledger: asks, waits for the answer, takes it over, and asks again. */
export function followLedger(options: FollowLedgerOptions): LedgerFollower {
  const copy = createLedgerCopy(options.now);
  const stopping = new AbortController();
  const started = options.now();
  const ended = follow(copy, { ...options, signal: stopping.signal });
  return {
    current: copy.current,
    begun: () => copy.sequence() > 0 || options.now() - started > LEDGER_LIFETIME,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await ended;
    },
  };
}

interface Following extends FollowLedgerOptions {
  readonly signal: AbortSignal;
}

async function follow(copy: LedgerCopy, { signal, report, ...options }: Following): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    const before = copy.sequence();
    try {
      // Of what is held nobody has vouched for some time: whoever asked for changes alone would wait for one.
      const token = await ask(failing ? 0 : before, { ...options, signal });
      copy.take(await readStatement(token, options));
      if (failing || copy.sequence() !== before) report({ kind: "followed", sequence: copy.sequence() });
      failing = false;
      await pause(copy.sequence() === before ? PAUSE.unchanged : PAUSE.changed, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!failing) report({ kind: "failed", error });
      failing = true;
      await pause(PAUSE.failed, signal);
    }
  }
}

type Question = Pick<FollowLedgerOptions, "url" | "authorization"> & { readonly signal: AbortSignal };

async function ask(after: number, { url, authorization, signal }: Question): Promise<string> {
  const target = new URL(url);
  target.searchParams.set("after", String(after));
  const response = await fetch(target, {
    headers: { authorization: authorization() },
    // A redirection would carry the credential to somebody else.
    redirect: "error",
    signal: AbortSignal.any([signal, AbortSignal.timeout(LEDGER.patience + GRACE)]),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The ledger answered ${response.status}.`);
  return text;
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0) await sleep(milliseconds, undefined, { signal }).catch(() => {});
}

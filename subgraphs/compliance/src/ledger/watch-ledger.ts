import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Ledger } from "@maillon/schema/ledger";
import { Client } from "pg";
import { ledgerOf, ledgerRows } from "./ledger-rows.ts";

/** The ledger as the database was last seen to hold it. */
export interface WatchedLedger extends AsyncDisposable {
  /** Undefined before it was first read. `issuedAt` is when it was last seen to stand so. */
  readonly latest: () => Ledger | undefined;
  /** Resolves when there is a later ledger than that of a sequence, or when the signal is aborted. */
  readonly later: (sequence: number, signal: AbortSignal) => Promise<void>;
}

export interface WatchLedgerOptions {
  readonly databaseUrl: string;
  readonly now: () => Date;
  /** Told about every failure to read. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Milliseconds between two looks when nothing is heard: a lost notification delays a revocation no longer
 * than that.
 */
const LOOK_EVERY = 1_000;
const RECONNECT_AFTER = 250;

/**
 * Watches the ledger over one connection: a notification of the database makes it look at once. A database that does
 * not answer is not vouched for, so that all who follow stop believing it after ten seconds.
 */
export function watchLedger(options: WatchLedgerOptions): WatchedLedger {
  const stopping = new AbortController();
  const changed = new EventTarget();
  // One for each company that waits.
  setMaxListeners(0, changed, stopping.signal);
  let latest: Ledger | undefined;
  const onLook = (ledger: Ledger): void => {
    const moved = ledger.sequence !== latest?.sequence;
    latest = ledger;
    if (moved) changed.dispatchEvent(new Event("change"));
  };
  const ended = keepLooking({ ...options, latest: () => latest, onLook, signal: stopping.signal });
  return {
    latest: () => latest,
    async later(sequence, signal) {
      const isLater = () => latest !== undefined && latest.sequence > sequence;
      while (!signal.aborted && !isLater()) await eventOf(changed, "change", signal);
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await ended;
    },
  };
}

interface Looking extends WatchLedgerOptions {
  readonly latest: () => Ledger | undefined;
  readonly onLook: (ledger: Ledger) => void;
  readonly signal: AbortSignal;
}

async function keepLooking(looking: Looking): Promise<void> {
  const { databaseUrl: connectionString, onFailure, signal } = looking;
  while (!signal.aborted) {
    const timeouts = { connectionTimeoutMillis: 3_000, query_timeout: 3_000 };
    const client = new Client({ connectionString, application_name: "maillon ledger", ...timeouts });
    // A connection that breaks makes the next query fail; without a listener it would end the process.
    client.on("error", () => {});
    try {
      await client.connect();
      await lookAgainAndAgain(client, looking);
    } catch (error) {
      onFailure(error);
      await sleep(RECONNECT_AFTER, undefined, { signal }).catch(() => {});
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function lookAgainAndAgain(client: Client, looking: Looking): Promise<void> {
  const { now, latest, onLook, signal } = looking;
  const heard = new EventTarget();
  let unread = false;
  client.on("notification", () => {
    unread = true;
    heard.dispatchEvent(new Event("change"));
  });
  await client.query("listen ledger");
  while (!signal.aborted) {
    unread = false;
    // Taken before the look: what changes meanwhile is no part of what was seen.
    onLook(await look(client, now(), latest()));
    if (!unread) await eventOf(heard, "change", AbortSignal.any([signal, AbortSignal.timeout(LOOK_EVERY)]));
  }
}

async function look(client: Client, at: Date, known: Ledger | undefined): Promise<Ledger> {
  const { rows } = await client.query<{ sequence: string }>("select ledger_sequence() as sequence");
  if (known && Number(rows[0]?.sequence) === known.sequence) return { ...known, issuedAt: at.toISOString() };
  const read = await client.query<{ rows: unknown }>("select ledger_rows() as rows");
  return ledgerOf(ledgerRows.parse(read.rows[0]?.rows), at);
}

/** Resolves with the next event, or when the signal is aborted. */
function eventOf(target: EventTarget, name: string, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) return Promise.resolve();
  const done = (): void => {
    target.removeEventListener(name, done);
    signal.removeEventListener("abort", done);
    resolve();
  };
  target.addEventListener(name, done);
  signal.addEventListener("abort", done);
  return promise;
}

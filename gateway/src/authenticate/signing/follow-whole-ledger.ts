import { followLedger, type LedgerFollower, ledgerKeys } from "@maillon/schema/ledger";
import type { IdentityConfig } from "../../config.ts";
import type { Log } from "../../telemetry/create-log.ts";
import type { GatewayKeys } from "./gateway-keys.ts";
import { createSignLedgerRequest } from "./sign-ledger-request.ts";

type LedgerOptions = Pick<IdentityConfig, "issuer" | "ledgerUrl" | "ledgerJwksUrl"> & {
  readonly keys: GatewayKeys;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** Follows the whole ledger: the gateway decides for every company. */
export function followWholeLedger(options: LedgerOptions): LedgerFollower {
  const { issuer, keys, ledgerUrl, ledgerJwksUrl, log, now } = options;
  const signRequest = createSignLedgerRequest(keys, issuer, now);
  return followLedger({
    url: ledgerUrl,
    holder: issuer,
    keys: ledgerKeys(ledgerJwksUrl),
    authorization: () => `Bearer ${signRequest()}`,
    now,
    report: (event) =>
      event.kind === "failed"
        ? log.warn({ err: event.error }, "the ledger cannot be followed")
        : log.info({ sequence: event.sequence }, "the ledger is followed"),
  });
}

/** Of a gateway that is open: it knows of no company, so that no agreement can count. */
export function noLedger(): LedgerFollower {
  return { current: () => undefined, begun: () => true, [Symbol.asyncDispose]: async () => {} };
}

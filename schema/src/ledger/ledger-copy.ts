import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import { LEDGER_LIFETIME, type OpenLedger, openLedger } from "../agreement/open-ledger.ts";
import { LEDGER } from "./ledger-protocol.ts";
import type { LedgerStatement } from "./ledger-statement.ts";

/** A holder's copy of the ledger. */
export interface LedgerCopy {
  /** Of the ledger that is held; 0 when none is. */
  readonly sequence: () => number;
  /** Takes a statement over; throws, and keeps what it holds, when the statement would turn the clock back. */
  readonly take: (statement: LedgerStatement) => void;
  /**
   * What is in force now; undefined as long as no ledger is held, and when the last word is too old to be believed: a
   * revocation could be missing, and whatever needs an agreement is refused.
   */
  readonly current: () => AgreementsInForce | undefined;
}

interface Held {
  readonly open: OpenLedger;
  readonly sequence: number;
  /** When the third party last vouched for it. */
  readonly confirmedAt: number;
}

/** Makes an empty copy. `now` answers milliseconds since 1970. */
export function createLedgerCopy(now: () => number): LedgerCopy {
  let held: Held | undefined;
  return {
    sequence: () => held?.sequence ?? 0,
    take(statement) {
      const next = statement.kind === "snapshot" ? heldOf(statement.ledger, held) : confirm(statement, held);
      refuseFuture(next.confirmedAt, now());
      // A statement that was overtaken on its way confirms less than what is known.
      if (next.sequence > (held?.sequence ?? 0) || next.confirmedAt > (held?.confirmedAt ?? 0)) held = next;
    },
    current() {
      const at = now();
      return held && at - held.confirmedAt <= LEDGER_LIFETIME ? held.open.at(at) : undefined;
    },
  };
}

function heldOf(ledger: Extract<LedgerStatement, { kind: "snapshot" }>["ledger"], held?: Held): Held {
  const { sequence } = ledger;
  if (held && sequence < held.sequence) {
    throw new Error(`The ledger went back from ${held.sequence} to ${sequence}.`);
  }
  const confirmedAt = Date.parse(ledger.issuedAt);
  return held?.sequence === sequence
    ? { ...held, confirmedAt }
    : { open: openLedger(ledger), sequence, confirmedAt };
}

function confirm(
  { unchanged }: Extract<LedgerStatement, { kind: "unchanged" }>,
  held: Held | undefined,
): Held {
  if (held?.sequence !== unchanged.sequence) {
    throw new Error(`The ledger is said to stand at ${unchanged.sequence}, which is not what is held.`);
  }
  return { ...held, confirmedAt: Date.parse(unchanged.issuedAt) };
}

/** A date ahead of time would count as fresh for longer than a ledger may live. */
function refuseFuture(issuedAt: number, now: number): void {
  if (issuedAt - now > LEDGER.clockTolerance * 1_000) throw new Error("The ledger is dated in the future.");
}

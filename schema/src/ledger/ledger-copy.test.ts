import { company, ledgerWith } from "../testing/chain.ts";
import { createLedgerCopy } from "./ledger-copy.ts";
import type { LedgerStatement } from "./ledger-statement.ts";

const START = Date.parse("2026-06-01T12:00:00Z");

/** The chain's ledger as it was said to stand `seconds` after the start. */
function snapshot(sequence: number, seconds: number): LedgerStatement {
  return { kind: "snapshot", ledger: { ...ledgerWith(), sequence, issuedAt: instant(seconds) } };
}

function unchanged(sequence: number, seconds: number): LedgerStatement {
  return { kind: "unchanged", unchanged: { sequence, issuedAt: instant(seconds) } };
}

function instant(seconds: number): string {
  return new Date(START + seconds * 1_000).toISOString();
}

/** A copy on a clock that a test sets, in seconds after the start. */
function copyAt(clock: { seconds: number }) {
  return createLedgerCopy(() => START + clock.seconds * 1_000);
}

describe("a copy of the ledger", () => {
  test("has nothing in force before it holds a ledger", () => {
    expect(copyAt({ seconds: 0 }).current()).toBeUndefined();
  });

  test("has in force what the ledger says", () => {
    const copy = copyAt({ seconds: 1 });
    copy.take(snapshot(3, 0));
    expect(copy.sequence()).toBe(3);
    expect(copy.current()?.partnersOf(company("rivalis"))).toEqual(new Set([company("fabrica")]));
  });

  test.each([
    {
      title: "counts ten seconds after the third party vouched for it",
      statements: [snapshot(1, 0)],
      at: 10,
      counts: true,
    },
    { title: "no longer counts after more", statements: [snapshot(1, 0)], at: 10.1, counts: false },
    {
      title: "counts longer when it is said to stand unchanged",
      statements: [snapshot(1, 0), unchanged(1, 8)],
      at: 18,
      counts: true,
    },
    {
      title: "counts no longer for a word that arrives late",
      statements: [snapshot(1, 0), unchanged(1, 4), unchanged(1, 2)],
      at: 14,
      counts: true,
    },
    {
      title: "counts no longer than the latest word allows",
      statements: [snapshot(1, 0), unchanged(1, 4), unchanged(1, 2)],
      at: 14.1,
      counts: false,
    },
  ])("$title", ({ statements, at, counts }) => {
    const clock = { seconds: 5 };
    const copy = copyAt(clock);
    for (const statement of statements) copy.take(statement);
    clock.seconds = at;
    expect(copy.current() !== undefined).toBe(counts);
  });

  test.each([
    {
      title: "an earlier ledger, even one that was signed later",
      statement: snapshot(4, 3),
      fault: /went back/,
    },
    {
      title: "the word that an earlier ledger stands",
      statement: unchanged(4, 3),
      fault: /not what is held/,
    },
    {
      title: "the word that a ledger stands that it never saw",
      statement: unchanged(6, 3),
      fault: /not what is held/,
    },
    { title: "a ledger from the future", statement: snapshot(6, 60), fault: /future/ },
    { title: "a word from the future", statement: unchanged(5, 60), fault: /future/ },
  ])("refuses $title, and keeps what it holds", ({ statement, fault }) => {
    const copy = copyAt({ seconds: 3 });
    copy.take(snapshot(5, 0));
    const before = copy.current();
    expect(() => copy.take(statement)).toThrow(fault);
    expect(copy.sequence()).toBe(5);
    expect(copy.current()).toBe(before);
  });
});

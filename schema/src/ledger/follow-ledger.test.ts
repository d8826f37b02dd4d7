import { setTimeout as sleep } from "node:timers/promises";
import { generateKeyPair, SignJWT } from "jose";
import { company, ledgerWith } from "../testing/chain.ts";
import { openTestKeeper, type TestKeeper } from "../testing/ledger-keeper.ts";
import { followLedger, type LedgerEvent, type LedgerFollower } from "./follow-ledger.ts";
import { ledgerKeys } from "./ledger-keys.ts";
import { LEDGER } from "./ledger-protocol.ts";
import { type LedgerStatement, signStatement } from "./ledger-statement.ts";

const HOLDER = company("integra");
const first = ledgerWith();
const second = { ...first, sequence: 2, agreements: [] };

/** A keeper and a company that follows it; `clock.ahead` is how far the company's clock is ahead, in milliseconds. */
async function openChain(answer?: { status: number; body: string }, patience?: number) {
  const opened = new AsyncDisposableStack();
  const keeper = opened.use(await openTestKeeper(HOLDER, first, patience));
  keeper.answerWith(answer);
  const events: LedgerEvent[] = [];
  const clock = { ahead: 0 };
  const follower = opened.use(
    followLedger({
      url: keeper.url,
      holder: HOLDER,
      keys: ledgerKeys(keeper.jwksUrl),
      authorization: () => "Bearer secret",
      now: () => Date.now() + clock.ahead,
      report: (event) => events.push(event),
    }),
  );
  return { keeper, follower, events, clock, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

/** Whether Integra has partners, which it has in the first ledger alone; undefined: nobody knows. */
function partnered({ current }: LedgerFollower): boolean | undefined {
  const agreements = current();
  return agreements && agreements.partnersOf(HOLDER).size > 0;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}

describe("a follower of the ledger", () => {
  test("holds the ledger of the third party, and names itself to it", async () => {
    await using chain = await openChain();
    await until(chain.follower.begun);
    expect(partnered(chain.follower)).toBe(true);
    expect(new Set(chain.keeper.received)).toEqual(new Set(["Bearer secret"]));
    expect(chain.events).toEqual([{ kind: "followed", sequence: 1 }]);
  });

  test("takes over what changes", async () => {
    await using chain = await openChain();
    await until(chain.follower.begun);
    chain.keeper.keep(second);
    await until(() => partnered(chain.follower) === false);
    expect(chain.events.at(-1)).toEqual({ kind: "followed", sequence: 2 });
  });

  test("says once that the third party is gone, and follows it again when it is back", async () => {
    await using chain = await openChain();
    await until(chain.follower.begun);
    chain.keeper.answerWith({ status: 503, body: "" });
    const requests = chain.keeper.received.length;
    await until(() => chain.keeper.received.length > requests + 2);
    chain.keeper.keep(second);
    chain.keeper.answerWith(undefined);
    await until(() => partnered(chain.follower) === false);
    expect(chain.events.map(({ kind }) => kind)).toEqual(["followed", "failed", "followed"]);
  });

  test("does not wait for a change when the third party is back: what is held is vouched for at once", async () => {
    const never = 1_000_000;
    await using chain = await openChain(undefined, never);
    await until(() => chain.keeper.received.length > 1);
    // Answers the question that waits; the next one is refused.
    chain.keeper.answerWith({ status: 503, body: "" });
    chain.keeper.keep(second);
    await until(() => chain.events.at(-1)?.kind === "failed");
    chain.keeper.answerWith(undefined);
    await until(() => chain.events.at(-1)?.kind === "followed");
    expect(chain.events.at(-1)).toEqual({ kind: "followed", sequence: 2 });
  });

  test("has nothing in force once the third party has been gone for ten seconds", async () => {
    await using chain = await openChain();
    await until(chain.follower.begun);
    chain.keeper.answerWith({ status: 503, body: "" });
    await until(() => chain.events.at(-1)?.kind === "failed");
    expect(partnered(chain.follower)).toBe(true);
    chain.clock.ahead = 10_001;
    expect(partnered(chain.follower)).toBeUndefined();
  });

  test("waits ten seconds for its first ledger before it goes on without", async () => {
    await using chain = await openChain({ status: 503, body: "" });
    await until(() => chain.events.length > 0);
    expect(chain.follower.begun()).toBe(false);
    chain.clock.ahead = 10_001;
    expect([chain.follower.begun(), partnered(chain.follower)]).toEqual([true, undefined]);
  });
});

const truth: LedgerStatement = {
  kind: "snapshot",
  ledger: { ...second, issuedAt: new Date().toISOString() },
};

const forgeries: [string, (keeper: TestKeeper) => Promise<string>][] = [
  [
    "signed by somebody else",
    async ({ kid }) => {
      const { privateKey } = await generateKeyPair("EdDSA");
      return signStatement(truth, { kid, key: privateKey, holder: HOLDER });
    },
  ],
  ["made for another company", (keeper) => signStatement(truth, { ...keeper, holder: company("fabrica") })],
  ["made for several companies", (keeper) => signed(keeper, { aud: [HOLDER, company("fabrica")] })],
  ["made for nobody", (keeper) => signed(keeper, { aud: undefined })],
  ["of another kind", (keeper) => signed(keeper, {}, "at+jwt")],
  ["of no kind", (keeper) => signed(keeper, {}, null)],
  ["of another shape", (keeper) => signed(keeper, { ledger: { ...second, agreements: "none" } })],
  ["that is no signature at all", async () => JSON.stringify(truth)],
];

describe("a statement of the ledger", () => {
  test.each(forgeries)("%s is refused", async (_, forge) => {
    await using chain = await openChain();
    await until(chain.follower.begun);
    chain.keeper.answerWith({ status: 200, body: await forge(chain.keeper) });
    await until(() => chain.events.length > 1);
    expect(chain.events.at(-1)).toMatchObject({ kind: "failed" });
    expect(partnered(chain.follower)).toBe(true);
  });

  test("signed by hand with none of these faults is taken", async () => {
    await using chain = await openChain();
    await until(chain.follower.begun);
    chain.keeper.answerWith({ status: 200, body: await signed(chain.keeper, {}) });
    await until(() => chain.events.length > 1);
    expect(chain.events.at(-1)).toEqual({ kind: "followed", sequence: 2 });
  });
});

/** Signs the truth by hand, with claims and a kind that differ. */
async function signed(
  { kid, key }: TestKeeper,
  claims: Record<string, unknown>,
  typ: string | null = LEDGER.snapshotType,
): Promise<string> {
  const payload = { ledger: truth.kind === "snapshot" && truth.ledger, aud: HOLDER, ...claims };
  const header = { alg: "EdDSA", kid, ...(typ !== null && { typ }) };
  return new SignJWT(payload).setProtectedHeader(header).sign(key);
}

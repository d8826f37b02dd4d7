import { type Ledger, inForce } from "@maillon/schema/policy";
import { NOW, disclosure, ledgerWith } from "@maillon/schema/testing";
import { openVisibleChain } from "../testing/visible-chain.ts";

// A regulator sees these of Integra's orders as long as its requests are open, and nothing at all after.
const opened = ledgerWith({
  disclosures: (["TRADE_CORE", "PRICE_COST"] as const).map((each) => disclosure("autorite", "integra", each)),
});
const closed: Ledger = { ...ledgerWith(), sequence: opened.sequence + 1 };

const query = "{ orders { cost product { name } } }";
const shown = { orders: [{ cost: 60, product: { name: "name of product-1" } }] };
const hidden = { orders: [] };

/** The epoch that a subgraph was told it is asked in. */
function epochOf({ headers }: { readonly headers: { readonly authorization?: string } }): unknown {
  const [, payload = ""] = headers.authorization?.split(".") ?? [];
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
  return (claims as { ruling: { epoch: number } }).ruling.epoch;
}

test("an operation is decided in the epoch in which it began, however its subgraphs are asked", async () => {
  let ledger = opened;
  await using chain = await openVisibleChain(() => ledger);
  chain.orders.onRequest(() => {
    ledger = closed;
  });
  expect((await chain.ask("autorite", query)).body.data).toEqual(shown);
  const [first] = chain.orders.received;
  const [second] = chain.catalogue.received;
  const { epoch } = inForce(opened, NOW);
  expect(first && second && [epochOf(first), epochOf(second)]).toEqual([epoch, epoch]);
  expect((await chain.ask("autorite", query)).body.data).toEqual(hidden);
});

test("in a stream of requests each answer is of one epoch, and none that begins after a revocation is of the one before", async () => {
  let ledger = opened;
  await using chain = await openVisibleChain(() => ledger);
  const ask = async () => (await chain.ask("autorite", query)).body.data;
  await ask();
  const before = Array.from({ length: 20 }, ask);
  // Some of them have been answered by now, some wait for a subgraph, and some have not begun.
  await Promise.race(before);
  ledger = closed;
  const after = Array.from({ length: 20 }, ask);
  const kinds = new Set((await Promise.all(before)).map((data) => JSON.stringify(data)));
  expect([JSON.stringify(shown), JSON.stringify(hidden)]).toEqual(expect.arrayContaining([...kinds]));
  expect(kinds).toContain(JSON.stringify(shown));
  expect(await Promise.all(after)).toEqual(after.map(() => hidden));
});

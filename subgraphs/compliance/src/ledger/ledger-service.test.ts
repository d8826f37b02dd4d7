import { createHash } from "node:crypto";
import type { Ledger, LedgerFollower } from "@maillon/schema/ledger";
import { onThisDay } from "@maillon/schema/testing";
import { createTestGateway, withClient } from "@maillon/subgraph-kit/testing";
import { decodeJwt, type JWTPayload } from "jose";
import { as, day, decide, outcomeOf, propose, sign } from "../testing/open-chain.ts";
import { type LedgerChain, ledgerRequest, openLedgerChain, until } from "../testing/open-ledger-chain.ts";

const END = "mutation ($id: ID!, $at: Date!) { terminateAgreement(id: $id, at: $at) { status } }";

/** Whom a company has agreements with, as a follower knows it. */
function partners({ current }: LedgerFollower, company: string): string[] {
  return [...(current()?.partnersOf(company) ?? [])].toSorted();
}

/** Fabrica ends an agreement today. */
async function end({ chain }: LedgerChain, id: string): Promise<string> {
  return onThisDay(
    async (at) => outcomeOf(await chain.ask(as("fabrica/legal"), END, { id, at }), "terminateAgreement"),
    (outcome) => outcome === "TERMINATED",
  );
}

async function sequenceOf({ chain }: LedgerChain): Promise<number> {
  const read = "select ledger_sequence() as sequence";
  const { rows } = await withClient(chain.appUrl, (client) => client.query<{ sequence: string }>(read));
  return Number(rows[0]?.sequence);
}

/** The ledger as it is told to a company. */
async function ledgerFor(
  { ask, credentialOf }: LedgerChain,
  company: "fabrica" | "rivalis",
): Promise<Ledger> {
  const response = await ask(`Bearer ${credentialOf(company)}`);
  return decodeJwt<{ ledger: Ledger }>(await response.text()).ledger;
}

describe("the ledger", () => {
  test("tells the gateway and the parties of an agreement when the last signature is given, and nobody before", async () => {
    await using served = await openLedgerChain();
    const followers = await Promise.all([served.follow("the gateway"), served.follow("integra")]);
    const before = await sequenceOf(served);
    const id = await propose(served.chain);
    await decide(served.chain, "signAgreement", { id, who: "fabrica/legal" });
    expect(await sequenceOf(served)).toBe(before);
    await decide(served.chain, "signAgreement", { id, who: "integra/legal" });
    for (const follower of followers) {
      await until(() => partners(follower, "integra").length > 0);
      expect(follower.current()?.between("integra", "fabrica")).toEqual([id]);
    }
    expect(await sequenceOf(served)).toBe(before + 1);
  });

  test("tells a company of its own agreements alone, and the gateway of all", async () => {
    await using served = await openLedgerChain();
    await sign(served.chain);
    const [gateway, integra, rivalis] = await Promise.all([
      served.follow("the gateway"),
      served.follow("integra"),
      served.follow("rivalis"),
    ]);
    for (const party of [gateway, integra]) await until(() => partners(party, "integra").length > 0);
    expect([gateway, integra, rivalis].map((follower) => partners(follower, "integra"))).toEqual([
      ["fabrica"],
      ["fabrica"],
      [],
    ]);
    expect((await ledgerFor(served, "rivalis")).agreements).toEqual([]);
  });

  test("tells that a company said yes, not who did for it", async () => {
    await using served = await openLedgerChain();
    await sign(served.chain, { signatories: ["legal"] });
    let ledger = await ledgerFor(served, "fabrica");
    while (ledger.agreements.length === 0) ledger = await ledgerFor(served, "fabrica");
    expect(ledger.agreements[0]?.signatures).toMatchObject([
      { company: "fabrica", signatory: "company", verdict: "APPROVE" },
      { company: "integra", signatory: "company", verdict: "APPROVE" },
    ]);
    expect(JSON.stringify(ledger)).not.toContain("legal");
  });

  test("ends an agreement everywhere when its termination is acknowledged", async () => {
    await using served = await openLedgerChain();
    const followers = await Promise.all([served.follow("the gateway"), served.follow("integra")]);
    const id = await sign(served.chain);
    for (const follower of followers) await until(() => partners(follower, "integra").length > 0);
    expect(await end(served, id)).toBe("TERMINATED");
    for (const follower of followers) await until(() => partners(follower, "integra").length === 0);
  });

  test("lets nothing of an agreement survive that its next version does not say", async () => {
    await using served = await openLedgerChain();
    const gateway = await served.follow("the gateway");
    const supersedesId = await sign(served.chain);
    const next = await sign(served.chain, { supersedesId });
    await until(() => gateway.current()?.between("fabrica", "integra").includes(next) ?? false);
    expect(gateway.current()?.between("fabrica", "integra")).toEqual([next]);
  });

  test("does not move with a change that is rolled back", async () => {
    await using served = await openLedgerChain();
    const id = await sign(served.chain);
    const before = await sequenceOf(served);
    await withClient(served.chain.ownerUrl, async (client) => {
      await client.query("begin");
      await client.query("update agreement set suspended = true where id = $1", [id]);
      await client.query("rollback");
    });
    expect(await sequenceOf(served)).toBe(before);
  });

  test("moves for each of several changes at the same time", async () => {
    await using served = await openLedgerChain();
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push(await sign(served.chain));
    const before = await sequenceOf(served);
    const outcomes = await Promise.all(ids.map((id) => end(served, id)));
    expect(outcomes).toEqual(ids.map(() => "TERMINATED"));
    expect(await sequenceOf(served)).toBe(before + ids.length);
  });

  test("moves with what a company is, and not with what it is called", async () => {
    await using served = await openLedgerChain();
    const gateway = await served.follow("the gateway");
    const before = await sequenceOf(served);
    const change = (assignment: string) =>
      withClient(served.chain.ownerUrl, (client) =>
        client.query(`update organization set ${assignment} where id = 'rivalis'`),
      );
    await change("name = 'Rivalis SA'");
    expect(await sequenceOf(served)).toBe(before);
    await change("roles = '{REGULATOR}'");
    await until(() => gateway.current()?.companies.get("rivalis")?.kinds.includes("REGULATOR") ?? false);
  });

  test("tells of a disclosure request the gateway, the regulator's and the asked company's readers, until it is closed", async () => {
    await using served = await openLedgerChain();
    const followers = await Promise.all([served.follow("the gateway"), served.follow("integra")]);
    const stranger = await served.follow("rivalis");
    const granted = ({ current }: LedgerFollower) =>
      current()
        ?.grantsTo("autorite", "TRADE_AMOUNT")
        .map(({ grantor }) => grantor);
    const ask = "mutation ($input: DisclosureInput!) { requestDisclosure(input: $input) { id } }";
    const input = {
      subjectId: "integra",
      legalBasis: "Code de commerce",
      dataClasses: ["TRADE_AMOUNT"],
      grantedUntil: day(2),
    };
    const { data } = await served.chain.ask(as("autorite/compliance"), ask, { input });
    for (const each of followers) await until(() => granted(each)?.join() === "integra");
    const close = "mutation ($id: ID!) { closeDisclosure(id: $id) { id } }";
    await served.chain.ask(as("autorite/compliance"), close, data?.["requestDisclosure"] as { id: string });
    for (const each of followers) await until(() => granted(each)?.length === 0);
    expect(granted(stranger)).toEqual([]);
    expect((await ledgerFor(served, "rivalis")).disclosures).toEqual([]);
  });

  test("tells what the law puts a regulator in charge of", async () => {
    await using served = await openLedgerChain();
    const gateway = await served.follow("the gateway");
    await withClient(served.chain.ownerUrl, (client) =>
      client.query("update organization set authorities = '{TAX}' where id = 'autorite'"),
    );
    const known = () => gateway.current()?.companies.get("autorite")?.authorities ?? [];
    await until(() => known().length > 0);
    expect(known()).toEqual(["TAX"]);
  });

  test("is still told after the connection to the database broke", async () => {
    await using served = await openLedgerChain();
    const gateway = await served.follow("the gateway");
    const { rows } = await withClient(served.chain.appUrl, (client) =>
      client.query(
        `select pg_terminate_backend(pid) as ended from pg_stat_activity
          where application_name = 'maillon ledger' and datname = current_database()`,
      ),
    );
    expect(rows).toEqual([{ ended: true }]);
    await sign(served.chain);
    await until(() => partners(gateway, "integra").length > 0);
    expect(served.chain.log.join()).toContain("the ledger cannot be read");
  });

  test("keeps nobody waiting when the server stops", async () => {
    await using served = await openLedgerChain();
    await served.follow("integra");
    // This request, and not one of the follower's, has to be there before the server stops.
    const there = new Promise<void>((resolve) => {
      served.chain.server.server.on("request", ({ url }) => url?.endsWith("after=1000") && resolve());
    });
    const waiting = served.ask(`Bearer ${served.credentialOf("integra")}`, 1_000);
    await there;
    const closing = served.chain.server.close();
    await expect(waiting.then(({ status }) => status)).resolves.toBe(200);
    await closing;
  });
});

describe("a reader of the ledger", () => {
  test.each<[string, (served: LedgerChain) => Promise<string | undefined>]>([
    ["nothing", async () => undefined],
    ["a secret of nobody", async () => `Bearer ${"a".repeat(43)}`],
    ["the hash of a secret", async ({ credentialOf }) => `Bearer ${sha256(credentialOf("integra"))}`],
    [
      "a request signed by another gateway",
      async () => `Bearer ${await ledgerRequest(await createTestGateway())}`,
    ],
    ["a request of another issuer", ({ chain }) => bearer(chain, { iss: "https://other.test" })],
    [
      "a request meant for somebody else",
      ({ chain }) => bearer(chain, { aud: "maillon:subgraph:compliance" }),
    ],
    [
      "a request meant also for somebody else",
      ({ chain }) => bearer(chain, { aud: ["maillon:ledger", "x"] }),
    ],
    ["a request that never ends", ({ chain }) => bearer(chain, { exp: undefined })],
    ["a request that has ended", ({ chain }) => bearer(chain, { iat: 1, exp: 2 })],
    ["an assertion about a viewer", ({ chain }) => bearer(chain, {}, "viewer+jwt")],
  ])("that shows %s is told nothing", async (_, authorization) => {
    await using served = await openLedgerChain();
    const response = await served.ask(await authorization(served));
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 401,
      body: { error: "Who asks?" },
    });
  });

  test.each(["-1", "one", "1.5"])(
    "that asks for what follows %s is told that this is no sequence",
    async (after) => {
      await using served = await openLedgerChain();
      const authorization = `Bearer ${served.credentialOf("integra")}`;
      const response = await fetch(`${served.url}/ledger?after=${after}`, { headers: { authorization } });
      expect(response.status).toBe(400);
    },
  );
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

async function bearer(
  { gateway }: LedgerChain["chain"],
  ...differing: [claims: JWTPayload, typ?: string]
): Promise<string> {
  return `Bearer ${await ledgerRequest(gateway, ...differing)}`;
}

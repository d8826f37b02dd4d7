import { nothingAgreedBy, type TestSubgraph } from "@maillon/subgraph-kit/testing";
import type { CompanyName } from "../testing/open-chain.ts";
import { as, claire, day, decide, openChain, outcomeOf, propose, sign } from "../testing/open-chain.ts";

interface Termination {
  readonly id: string;
  readonly who: `${CompanyName}/${string}`;
  readonly at: string;
  readonly reason?: string;
}

async function terminate(chain: TestSubgraph, { who, ...args }: Termination): Promise<string> {
  const mutation = `mutation ($id: ID!, $at: Date!, $reason: String) {
    terminateAgreement(id: $id, at: $at, reason: $reason) { status }
  }`;
  return outcomeOf(await chain.ask(as(who), mutation, args), "terminateAgreement");
}

type Attempt = readonly [who: `${CompanyName}/${string}`, at: number, outcome: string];

const attempts: { title: string; terms?: Record<string, number>; moves: readonly Attempt[] }[] = [
  { title: "ends today for all", moves: [["integra/legal", 0, "TERMINATED"]] },
  { title: "stays in force until its end has come", moves: [["fabrica/legal", 30, "ACTIVE"]] },
  { title: "cannot have ended before today", moves: [["fabrica/legal", -1, "BAD_USER_INPUT"]] },
  {
    title: "ends earlier if a party says so later, and never later",
    moves: [
      ["fabrica/legal", 30, "ACTIVE"],
      ["integra/legal", 31, "CONFLICT"],
      ["integra/legal", 10, "ACTIVE"],
      ["fabrica/legal", 10, "ACTIVE"],
      ["fabrica/legal", 0, "TERMINATED"],
    ],
  },
  {
    title: "takes the same end twice as one, and no other once it is over",
    moves: [
      ["fabrica/legal", 0, "TERMINATED"],
      ["fabrica/legal", 0, "TERMINATED"],
      ["fabrica/legal", 1, "CONFLICT"],
    ],
  },
  {
    title: "cannot end after its own end",
    terms: { validUntil: 5 },
    moves: [["fabrica/legal", 6, "BAD_USER_INPUT"]],
  },
  { title: "can end before it began", terms: { validFrom: 9 }, moves: [["fabrica/legal", 0, "TERMINATED"]] },
  {
    title: "is ended by those alone who may bind their company",
    moves: [["integra/buying", 1, "FORBIDDEN"]],
  },
  {
    title: "is ended by a role that may bind its company, though it did not sign",
    moves: [["integra/direction", 0, "TERMINATED"]],
  },
  { title: "does not exist for a company that is no party", moves: [["rivalis/legal", 1, "NOT_FOUND"]] },
];

describe("a signed agreement", () => {
  test.each(attempts)("$title", async ({ terms = {}, moves }) => {
    await using chain = await openChain();
    const days = Object.entries(terms).map(([name, offset]) => [name, day(offset)]);
    const id = await sign(chain, Object.fromEntries(days));
    for (const [who, at, outcome] of moves) {
      const answered = await terminate(chain, { id, who, at: day(at) });
      expect([who, at, answered]).toEqual([who, at, outcome]);
    }
  });

  test("tells every party when and why it ended", async () => {
    await using chain = await openChain();
    const id = await sign(chain);
    await terminate(chain, { id, who: "integra/legal", at: day(2), reason: "We stop selling sensors." });
    const query = `{ agreement(id: "${id}") { terminatedOn terminationReason } }`;
    expect(await chain.ask(as("fabrica/sales"), query)).toEqual({
      data: { agreement: { terminatedOn: day(2), terminationReason: "We stop selling sensors." } },
    });
  });

  test.each(["", " ", "x".repeat(1001)])("is not ended for a reason that nobody reads", async (reason) => {
    await using chain = await openChain();
    const id = await sign(chain);
    await expect(terminate(chain, { id, who: "fabrica/legal", at: day(1), reason })).resolves.toBe(
      "BAD_USER_INPUT",
    );
  });

  test.each(["legal", "direction"])("is not a regulator's to end, who knows of it: %s", async (role) => {
    const agreements = nothingAgreedBy({ autorite: ["REGULATOR"] });
    await using chain = await openChain({ agreements: () => agreements });
    const id = await sign(chain);
    await expect(terminate(chain, { id, who: `autorite/${role}`, at: day(0) })).resolves.toBe("FORBIDDEN");
  });

  test("is not a consumer's to end", async () => {
    await using chain = await openChain();
    const id = await sign(chain);
    const answer = await chain.ask(
      claire,
      `mutation { terminateAgreement(id: "${id}", at: "${day(1)}") { id } }`,
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  });
});

test("a proposal is refused, not terminated", async () => {
  await using chain = await openChain();
  const id = await propose(chain);
  await decide(chain, "signAgreement", { id, who: "fabrica/legal" });
  await expect(terminate(chain, { id, who: "fabrica/legal", at: day(1) })).resolves.toBe("CONFLICT");
});

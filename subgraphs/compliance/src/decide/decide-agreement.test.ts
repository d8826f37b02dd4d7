import type { CompanyName, Step } from "../testing/open-chain.ts";
import { as, claire, day, decide, openChain, propose } from "../testing/open-chain.ts";

type Move = readonly [who: `${CompanyName}/${string}`, step: Step, outcome: string];

/** Moves on one agreement, each with the status or the refusal that follows. */
const games: { title: string; terms?: Record<string, unknown>; moves: readonly Move[] }[] = [
  {
    title: "is in force once each party has signed",
    moves: [
      ["integra/legal", "signAgreement", "PROPOSED"],
      ["fabrica/legal", "signAgreement", "ACTIVE"],
    ],
  },
  {
    title: "needs every required role of every party",
    terms: { signatories: ["legal", "direction"] },
    moves: [
      ["fabrica/legal", "signAgreement", "PROPOSED"],
      ["integra/legal", "signAgreement", "PROPOSED"],
      ["integra/direction", "signAgreement", "PROPOSED"],
      ["fabrica/direction", "signAgreement", "ACTIVE"],
    ],
  },
  {
    title: "is signed at once in all roles that one person holds",
    terms: { signatories: ["legal", "direction"] },
    moves: [
      ["fabrica/legal+direction", "signAgreement", "PROPOSED"],
      ["integra/direction+legal", "signAgreement", "ACTIVE"],
    ],
  },
  {
    title: "is blocked for good by one no",
    moves: [
      ["integra/legal", "rejectAgreement", "TERMINATED"],
      ["fabrica/legal", "signAgreement", "CONFLICT"],
      ["integra/legal", "signAgreement", "CONFLICT"],
    ],
  },
  {
    title: "is blocked by a no that comes after all but the last yes",
    terms: { signatories: ["legal", "direction"] },
    moves: [
      ["fabrica/legal", "signAgreement", "PROPOSED"],
      ["fabrica/direction", "signAgreement", "PROPOSED"],
      ["integra/legal", "signAgreement", "PROPOSED"],
      ["integra/direction", "rejectAgreement", "TERMINATED"],
      ["integra/legal", "signAgreement", "TERMINATED"],
    ],
  },
  {
    title: "is no longer refused after the last yes",
    moves: [
      ["fabrica/legal", "signAgreement", "PROPOSED"],
      ["integra/legal", "signAgreement", "ACTIVE"],
      ["integra/legal", "rejectAgreement", "CONFLICT"],
      ["integra/legal", "signAgreement", "ACTIVE"],
    ],
  },
  {
    title: "takes the same decision twice as one",
    moves: [
      ["fabrica/legal", "signAgreement", "PROPOSED"],
      ["fabrica/legal", "signAgreement", "PROPOSED"],
      ["integra/legal", "rejectAgreement", "TERMINATED"],
      ["integra/legal", "rejectAgreement", "TERMINATED"],
    ],
  },
  {
    title: "takes no change of mind",
    moves: [
      ["fabrica/legal", "signAgreement", "PROPOSED"],
      ["fabrica/legal", "rejectAgreement", "CONFLICT"],
      ["integra/legal", "signAgreement", "ACTIVE"],
    ],
  },
  {
    title: "takes no yes in one role and no in another",
    terms: { signatories: ["legal", "direction"] },
    moves: [
      ["fabrica/legal", "signAgreement", "PROPOSED"],
      ["fabrica/legal+direction", "rejectAgreement", "CONFLICT"],
      ["fabrica/direction", "rejectAgreement", "TERMINATED"],
    ],
  },
  {
    title: "is decided by the required roles alone",
    moves: [
      ["fabrica/sales", "signAgreement", "FORBIDDEN"],
      ["fabrica/direction", "rejectAgreement", "FORBIDDEN"],
      ["fabrica/legal", "signAgreement", "PROPOSED"],
    ],
  },
  {
    title: "does not exist for a company that is no party",
    moves: [
      ["rivalis/legal", "signAgreement", "NOT_FOUND"],
      ["rivalis/legal", "rejectAgreement", "NOT_FOUND"],
    ],
  },
  {
    title: "waits for its first day when it is signed before",
    terms: { validFrom: day(7) },
    moves: [
      ["fabrica/legal", "signAgreement", "PROPOSED"],
      ["integra/legal", "signAgreement", "PROPOSED"],
      ["integra/legal", "rejectAgreement", "CONFLICT"],
    ],
  },
];

describe("an agreement", () => {
  test.each(games)("$title", async ({ terms, moves }) => {
    await using chain = await openChain();
    const id = await propose(chain, terms);
    for (const [who, step, outcome] of moves) {
      await expect([who, step, await decide(chain, step, { id, who })]).toEqual([who, step, outcome]);
    }
  });

  test.each(["signAgreement", "rejectAgreement"])(
    "does not exist for a consumer who tries %s",
    async (step) => {
      await using chain = await openChain();
      const id = await propose(chain);
      const answer = await chain.ask(claire, `mutation { ${step}(id: "${id}") { id } }`);
      expect(answer.errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    },
  );

  test("answers the same for an absent one as for a hidden one", async () => {
    await using chain = await openChain();
    const hidden = await propose(chain);
    const errorsOf = async (id: string) =>
      (await chain.ask(as("rivalis/legal"), `mutation { signAgreement(id: "${id}") { id } }`)).errors;
    expect(await errorsOf(hidden)).toEqual(await errorsOf("agr_conforma_absent"));
  });

  test("tells each party who decided at its own company, and of the others only that they did", async () => {
    await using chain = await openChain();
    const id = await propose(chain);
    await decide(chain, "signAgreement", { id, who: "fabrica/legal" });
    await decide(chain, "rejectAgreement", { id, who: "integra/legal" });
    const query = `{ agreement(id: "${id}") {
      refusedAt
      parties { organization { id } signedAt }
      signatures { organization { id } signatory person decision }
    } }`;
    const instant = expect.any(String);
    const parties = [
      { organization: { id: "fabrica" }, signedAt: instant },
      { organization: { id: "integra" }, signedAt: null },
    ];
    const signature = (organization: string, decision: string) => {
      return {
        organization: { id: organization },
        signatory: "legal",
        person: `legal of ${organization}`,
        decision,
      };
    };
    for (const [who, decision] of [
      ["fabrica", "APPROVE"],
      ["integra", "REJECT"],
    ] as const) {
      expect(await chain.ask(as(`${who}/sales`), query)).toEqual({
        data: { agreement: { refusedAt: instant, parties, signatures: [signature(who, decision)] } },
      });
    }
  });

  test("shows two changes of one request each in its own answer", async () => {
    await using chain = await openChain();
    const id = await propose(chain);
    await decide(chain, "signAgreement", { id, who: "fabrica/legal" });
    const seen = "status parties { signedAt } terminatedOn";
    const today = day(0);
    const answer = await chain.ask(
      as("integra/legal"),
      `mutation {
        sign: signAgreement(id: "${id}") { ${seen} }
        end: terminateAgreement(id: "${id}", at: "${today}") { ${seen} }
      }`,
    );
    const parties = [{ signedAt: expect.any(String) }, { signedAt: expect.any(String) }];
    expect(answer).toEqual({
      data: {
        sign: { status: "ACTIVE", parties, terminatedOn: null },
        end: { status: "TERMINATED", parties, terminatedOn: today },
      },
    });
  });

  test("has either a no or a last yes, never both, when they come at once", async () => {
    await using chain = await openChain();
    for (let round = 0; round < 10; round += 1) {
      const id = await propose(chain);
      await decide(chain, "signAgreement", { id, who: "fabrica/legal" });
      const outcomes = await Promise.all([
        decide(chain, "signAgreement", { id, who: "integra/legal" }),
        decide(chain, "rejectAgreement", { id, who: "integra/legal" }),
      ]);
      expect(outcomes.filter((outcome) => outcome === "CONFLICT")).toHaveLength(1);
      const { data } = await chain.ask(as("integra/legal"), `{ agreement(id: "${id}") { status signedAt } }`);
      const instant: unknown = expect.any(String);
      const refused = { status: "TERMINATED", signedAt: null };
      const signed = { status: "ACTIVE", signedAt: instant };
      expect(data).toEqual({ agreement: outcomes[0] === "CONFLICT" ? refused : signed });
    }
  });

  test("is in force after the last of several yes at once, none of which is lost", async () => {
    await using chain = await openChain();
    for (let round = 0; round < 5; round += 1) {
      const id = await propose(chain, { partyIds: ["fabrica", "integra", "vega"] });
      const who = ["fabrica/legal", "integra/legal", "vega/legal"] as const;
      const outcomes = await Promise.all(
        who.map((each) => decide(chain, "signAgreement", { id, who: each })),
      );
      expect(outcomes.toSorted()).toEqual(["ACTIVE", "PROPOSED", "PROPOSED"]);
    }
  });
});

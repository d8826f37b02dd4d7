import { as, day, decide, openChain, proposal, propose, sign } from "../testing/open-chain.ts";

const PROPOSE = "mutation ($input: AgreementInput!) { proposeAgreement(input: $input) { version } }";

describe("a proposal of a next version", () => {
  test.each([
    {
      title: "with other parties",
      viewer: as("fabrica/sales"),
      partyIds: ["fabrica", "integra", "vega"],
      argument: "input.partyIds",
    },
    {
      title: "by a company that never saw the first",
      viewer: as("rivalis/legal"),
      partyIds: ["fabrica", "rivalis"],
      argument: "input.supersedesId",
    },
  ])("$title is refused", async ({ viewer, partyIds, argument }) => {
    await using chain = await openChain();
    const input = proposal({ supersedesId: await sign(chain), partyIds });
    const { errors } = await chain.ask(viewer, PROPOSE, { input });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });

  test("is refused while the first is not signed", async () => {
    await using chain = await openChain();
    const input = proposal({ supersedesId: await propose(chain) });
    const { errors } = await chain.ask(as("fabrica/sales"), PROPOSE, { input });
    expect(errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
  });

  test("is refused beside another one, unless that was refused", async () => {
    await using chain = await openChain();
    const supersedesId = await sign(chain);
    const second = await propose(chain, { supersedesId });
    const input = proposal({ supersedesId });
    const beside = await chain.ask(as("integra/legal"), PROPOSE, { input });
    expect(beside.errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
    await chain.ask(as("integra/legal"), `mutation { rejectAgreement(id: "${second}") { id } }`);
    const after = await chain.ask(as("integra/legal"), PROPOSE, { input });
    expect(after).toMatchObject({ data: { proposeAgreement: { version: 2 } } });
  });
});

describe("the next version of an agreement", () => {
  test("ends the one before on its own first day, once all have signed it", async () => {
    await using chain = await openChain();
    const first = await sign(chain);
    const next = await propose(chain, { validFrom: day(5), supersedesId: first });
    const query = `{ agreement(id: "${next}") { version previousSha256 supersedes { id sha256 status terminatedOn } } }`;
    const before = await chain.ask(as("integra/sales"), query);
    await decide(chain, "signAgreement", { id: next, who: "fabrica/legal" });
    await decide(chain, "signAgreement", { id: next, who: "integra/legal" });
    const after = await chain.ask(as("integra/sales"), query);
    const sha256: unknown = expect.stringMatching(/^[0-9a-f]{64}$/u);
    const chained = (terminatedOn: string | null) => {
      const supersedes = { id: first, sha256, status: "ACTIVE", terminatedOn };
      return { data: { agreement: { version: 2, previousSha256: sha256, supersedes } } };
    };
    expect([before, after]).toEqual([chained(null), chained(day(5))]);
  });

  test("ends the one before today when its own first day is over", async () => {
    await using chain = await openChain();
    const first = await sign(chain);
    const earliest = day(0);
    await sign(chain, { validFrom: day(-1), supersedesId: first });
    const days = [earliest, day(0)];
    const answer = await chain.ask(
      as("integra/sales"),
      `{ agreement(id: "${first}") { status terminatedOn } }`,
    );
    const ended = (terminatedOn: string) => ({ data: { agreement: { status: "TERMINATED", terminatedOn } } });
    expect(days.map(ended)).toContainEqual(answer);
  });

  test("never puts off an end that was agreed before", async () => {
    await using chain = await openChain();
    const first = await sign(chain);
    await chain.ask(
      as("fabrica/legal"),
      `mutation { terminateAgreement(id: "${first}", at: "${day(3)}") { id } }`,
    );
    await sign(chain, { validFrom: day(9), supersedesId: first });
    const answer = await chain.ask(as("integra/sales"), `{ agreement(id: "${first}") { terminatedOn } }`);
    expect(answer).toEqual({ data: { agreement: { terminatedOn: day(3) } } });
  });
});

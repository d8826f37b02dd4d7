import type { TestSubgraph } from "@maillon/subgraph-kit/testing";
import { as, claire, day, openChain, propose, sign } from "../testing/open-chain.ts";

/** The agreements that a viewer is answered, by their first day. */
async function list(chain: TestSubgraph, viewer: Parameters<TestSubgraph["ask"]>[0], args = "") {
  const { data } = await chain.ask(viewer, `{ agreements${args} { validFrom } }`);
  return data?.agreements;
}

const starting = (...offsets: number[]) => offsets.map((offset) => ({ validFrom: day(offset) }));

/** Of Fabrica: one in force with Integra, one proposed to Integra and Vega, one with Rivalis. */
async function openLedger(): Promise<TestSubgraph> {
  const ledger = await openChain();
  await sign(ledger, { validFrom: day(-10) });
  await propose(ledger, { validFrom: day(-5), partyIds: ["fabrica", "integra", "vega"] });
  await propose(ledger, { validFrom: day(-3), partyIds: ["fabrica", "rivalis"] });
  return ledger;
}

describe("the agreements", () => {
  test.each([
    { title: "of a party are all of its own, latest first", args: "", expected: starting(-3, -5, -10) },
    { title: "in force are those alone", args: "(status: ACTIVE)", expected: starting(-10) },
    { title: "that nobody signed are those alone", args: "(status: PROPOSED)", expected: starting(-3, -5) },
    { title: "with a company are those with it", args: '(with: "integra")', expected: starting(-5, -10) },
    { title: "by both are those alone", args: '(with: "integra", status: PROPOSED)', expected: starting(-5) },
    { title: "with a company that nobody knows are none", args: '(with: "unknown")', expected: [] },
  ])("$title", async ({ args, expected }) => {
    await using ledger = await openLedger();
    await expect(list(ledger, as("fabrica/sales"), args)).resolves.toEqual(expected);
  });

  test("of others cannot be counted by asking for them", async () => {
    await using ledger = await openLedger();
    await expect(list(ledger, as("rivalis/buying"), '(with: "fabrica")')).resolves.toEqual(starting(-3));
    await expect(list(ledger, as("rivalis/buying"), '(with: "integra")')).resolves.toEqual([]);
    await expect(list(ledger, claire)).resolves.toEqual([]);
  });

  test("of two companies hang on either, for a third only its own", async () => {
    await using ledger = await openLedger();
    const query = '{ organization(id: "fabrica") { agreements { validFrom } } }';
    for (const [who, offsets] of [
      ["integra", [-5, -10]],
      ["rivalis", [-3]],
      ["fabrica", [-3, -5, -10]],
    ] as const) {
      const answer = await ledger.ask(as(`${who}/sales`), query);
      expect(answer).toEqual({ data: { organization: { agreements: starting(...offsets) } } });
    }
  });
});

describe("an agreement", () => {
  test("that is hidden answers as one that is absent", async () => {
    await using chain = await openChain();
    const id = await sign(chain);
    const read = (name: string) => chain.ask(as("rivalis/legal"), `{ agreement(id: "${name}") { id } }`);
    expect(await read(id)).toEqual({ data: { agreement: null } });
    expect(await read(id)).toEqual(await read("agr_conforma_absent"));
  });

  test("is loaded with all others of a request by one statement for each table", async () => {
    await using ledger = await openLedger();
    const rows: { id: string }[] = await ledger.owner
      .asOwner()
      .execute("select id from agreement order by valid_from");
    const representations = rows.map(({ id }) => ({ __typename: "Agreement", id }));
    ledger.statements.length = 0;
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Agreement {
        validFrom status clauses { code } signatures { signatory }
        parties { organization { name } }
      }
    } }`;
    const { data } = await ledger.ask(as("integra/sales"), query, { representations });
    expect(data).toMatchObject({ _entities: [...starting(-10, -5), null] });
    // Agreements, parties, signatures, organizations.
    expect(ledger.statements).toHaveLength(4);
  });
});

import { SUBGRAPHS, type SubgraphName } from "@maillon/schema";
import { createDecider } from "@maillon/schema/policy";
import { onThisDay, PROOF } from "@maillon/schema/testing";
import { columnFaults } from "./cells/column-faults.ts";
import { applyFlips, chooseFlips } from "./cells/flips.ts";
import { createDice } from "./cells/dice.ts";
import { openSecretChain, type Seen } from "./chain/secret-chain.ts";
import { type Layer, readViews } from "./masked-views.ts";
import { openMatrix } from "./matrix/matrix.ts";
import { NOT_IN_THE_DEMO, WITHOUT_A_TYPE } from "./matrix/not-in-the-demo.ts";
import { readCells } from "./matrix/read-cells.ts";
import { findLeak } from "./noninterference.ts";
import { askAtOnce, crowdedWorld } from "./crowd.ts";
import { DEMO_VIEWERS } from "./personas-of-demo.ts";
import { FLIPS, QUESTIONS } from "./proof-size.ts";
import { curiousQuestions } from "./questions.ts";
import { canariesAt, wholeText } from "./received-canaries.ts";
import { changeWhatIsHidden } from "./refused-changes.ts";
import { streamAround } from "./revocation.ts";
import { sharedChain } from "./chain/shared-chain.ts";
import { WIRE_PLANTS } from "./wire-plants.ts";

// One start of six processes for all that follows: every case leaves the databases as it found them.
const chain = sharedChain(openSecretChain);
beforeAll(chain.open, PROOF.patience);
afterAll(chain.close, PROOF.patience);

describe("what a viewer may not see", () => {
  test("is changed in every column of every company, save those that say why not", () => {
    expect(columnFaults(chain.get().store.columns)).toEqual([]);
  });

  test.each(DEMO_VIEWERS)(
    "shows to %s in no byte of an answer and in no call to a subgraph",
    async (name) => {
      const persona = await chain.get().persona(name);
      const { schema, store, sources } = chain.get();
      const decider = createDecider(await sources(), persona.viewer);
      const asking = { seed: PROOF.seed, count: QUESTIONS };
      const questions = curiousQuestions(schema, store.world, asking);
      const inquiry = { chain: chain.get(), persona, before: new Map<string, Seen>() };
      for (let flipped = 0, round = 0; flipped < FLIPS; round += 1) {
        const flips = chooseFlips(store.world, decider, createDice(`${name} ${PROOF.seed} ${round}`));
        flipped += flips.length;
        // All questions at first, then some of them in turn.
        const some = round === 0 ? questions : questions.filter((_, place) => place % 3 === round % 3);
        await expect(findLeak({ ...inquiry, questions: some }, store.world, flips)).resolves.toBeUndefined();
      }
      await store.write(store.world);
    },
    PROOF.patience,
  );
});

describe("a change of what a viewer may not know of", () => {
  test.each(DEMO_VIEWERS)(
    "is refused to %s as one of what does not exist",
    async (name) => {
      const { asked, toldApart } = await changeWhatIsHidden(chain.get(), name);
      expect(toldApart).toEqual([]);
      expect(asked).toBeGreaterThan(0);
    },
    PROOF.patience,
  );
});

describe("the endpoint", () => {
  const matrix = openMatrix();

  test.each(DEMO_VIEWERS)(
    "shows to %s of every row what the matrix says",
    async (name) => {
      const cells = await readCells(chain.get(), await chain.get().persona(name), matrix);
      expect(cells.filter(({ expected, shown }) => expected !== shown)).toEqual([]);
    },
    PROOF.patience,
  );

  test("has been asked for every answer of the matrix that the demo chain can give", () => {
    const asked = new Set(matrix.asked());
    const left = matrix.all.filter(
      (each) => !asked.has(each) && !WITHOUT_A_TYPE.some((name) => each.startsWith(`${name}, `)),
    );
    expect(left).toEqual(NOT_IN_THE_DEMO);
    expect(asked.size).toBeGreaterThan(150);
  });
});

describe("the masked views of a company, without the code that reads them", () => {
  const companies = ["catalogue", "orders", "customers", "compliance"] as const;
  /** How many views differ for a viewer once everything has changed that she may not see. */
  async function differing(subgraph: SubgraphName, name: string, layer: Layer): Promise<string[]> {
    const { store, persona, sourcesAt } = chain.get();
    const { viewer } = await persona(name);
    const sources = await sourcesAt(subgraph);
    const flips = chooseFlips(store.world, createDecider(sources, viewer), createDice(`${subgraph} ${name}`));
    const asking = { viewer, agreements: sources.agreements };
    const before = await readViews(store, { subgraph, layer }, asking);
    await store.write(applyFlips(store.world, flips));
    const after = await readViews(store, { subgraph, layer }, asking);
    await store.write(store.world);
    return [...before].filter(([view, rows]) => after.get(view) !== rows).map(([view]) => view);
  }

  test.each(companies.flatMap((subgraph) => DEMO_VIEWERS.map((name) => [subgraph, name] as const)))(
    "of %s show to %s nothing that she may not see",
    async (subgraph, name) => {
      await expect(differing(subgraph, name, "masked")).resolves.toEqual([]);
    },
    PROOF.patience,
  );

  test.each(companies)(
    "of %s would be found to leak if a mask were left off",
    async (subgraph) => {
      await expect(differing(subgraph, "etrangere", "public")).resolves.not.toEqual([]);
    },
    PROOF.patience,
  );
});

describe("an operator", () => {
  const operators = Object.keys(SUBGRAPHS).filter((name): name is SubgraphName => name in SUBGRAPHS);
  const listening = (seed: number) => ({
    viewers: ["fabrica", "integra", "rivalis", "vega", "consumer/claire"],
    questions: curiousQuestions(chain.get().schema, chain.get().store.world, { seed, count: PROOF.size - 1 }),
  });

  test.each(operators)(
    "of %s receives nothing that its company may not read, whoever asks for it",
    async (subgraph) => {
      const { planted, shown, received } = await canariesAt(chain.get(), subgraph, listening(PROOF.seed));
      expect(received).toEqual([]);
      expect(planted).toBeGreaterThan(0);
      // What nobody is shown would not be missed at the operator's door either.
      expect(shown).toBeGreaterThan(0);
    },
    PROOF.patience,
  );

  test.each(Object.entries(WIRE_PLANTS))(
    "would be found to receive it as %s",
    async (_what, wire) => {
      const { received } = await canariesAt(chain.get(), "customers", { ...listening(PROOF.seed), wire });
      expect(received).not.toEqual([]);
    },
    PROOF.patience,
  );

  test(
    "receives no word of a question that is not for it",
    async () => {
      const persona = await chain.get().persona("integra");
      const { calls } = await chain.get().overhear(persona, {
        query: `# canaryRemark
          query CanaryName($canary: String, $first: Int) {
            canaryAlias: product(sku: $canary) { name } orders(first: $first) { nodes { canaryNumber: number } }
          }`,
        operationName: "CanaryName",
        variables: { canary: "canary-value", first: 1 },
      });
      const heardBy = (subgraph: SubgraphName) =>
        calls
          .filter((call) => call.subgraph === subgraph)
          .map(wholeText)
          .join("\n");
      expect(heardBy("catalogue")).toMatch(/canary-value/);
      expect(heardBy("orders")).toMatch(/number/);
      expect(heardBy("orders")).not.toMatch(/canary/i);
    },
    PROOF.patience,
  );
});

describe("an answer", () => {
  test(
    "is the same for whoever asks after a privileged viewer as for whoever asks first",
    async () => {
      const [privileged, other] = [
        await chain.get().persona("integra"),
        await chain.get().persona("etrangere"),
      ];
      const query = (name: string) =>
        `query ${name} { orders { nodes { number total { amount } } } products { nodes { offers { price { amount } } } } }`;
      const first = await chain.get().ask(other, { query: query("Alone") });
      const warm = await chain.get().ask(privileged, { query: query("After") });
      const after = await chain.get().ask(other, { query: query("After") });
      expect(after.body).toBe(first.body);
      expect(warm.body).not.toBe(first.body);
    },
    PROOF.patience,
  );

  test(
    "holds what is its viewer's own and nothing of a thousand others who ask at once",
    async () => {
      const { store } = chain.get();
      const { world, crowd } = crowdedWorld(store.world, 1_000);
      await store.write(world);
      const answers = await askAtOnce(chain.get(), crowd);
      await store.write(store.world);
      expect(answers.filter(({ own, shown }) => shown.join() !== own)).toEqual([]);
      expect(answers).toHaveLength(crowd.length);
    },
    PROOF.patience,
  );

  // Ends an agreement for good, so that nothing may follow it here.
  test(
    "holds nothing that an agreement opened, two seconds after its end was acknowledged, in a stream that never pauses",
    async () => {
      const [fabrica, direction] = [
        await chain.get().persona("fabrica"),
        await chain.get().persona("integra", ["direction"]),
      ];
      const ofIntegra = `{ organization(id: "${chain.get().companies["integra"]}") { ordersAsSeller { nodes { number } } } }`;
      const agreements = await chain.get().ask(direction, {
        query: `{ agreements(status: ACTIVE, with: "${chain.get().companies["fabrica"]}") { id parties { role } } }`,
      });
      const ids = [...agreements.body.matchAll(/"id":"(agr_[^"]+)"/g)].map(([, id]) => id);
      const end = async () => {
        const query = "mutation ($id: ID!, $at: Date!) { terminateAgreement(id: $id, at: $at) { status } }";
        for (const id of ids) {
          const endOn = (at: string) => chain.get().ask(direction, { query, variables: { id, at } });
          const { body } = await onThisDay(endOn, (answer) => answer.body.includes("TERMINATED"));
          expect(body).toContain("TERMINATED");
        }
      };
      const { before, after, delays, grace } = await streamAround(
        chain.get(),
        { persona: fabrica, query: ofIntegra },
        end,
      );
      expect(before.filter((body) => /"INT-/.test(body))).not.toEqual([]);
      expect(after.filter((body) => /"INT-/.test(body))).toEqual([]);
      // Both gateways and the four companies, each by a statement of the ledger of its own.
      expect(Object.keys(delays)).toHaveLength(6);
      expect(Object.entries(delays).filter(([, delay]) => delay > grace)).toEqual([]);
    },
    PROOF.patience,
  );
});

import { failuresAt, strangeQuestions } from "@maillon/subgraph-kit/testing";
import { complianceSubgraph } from "./subgraph.ts";
import { as, day, openChain, proposal } from "./testing/open-chain.ts";

const request = {
  subjectId: "fabrica",
  legalBasis: "Code de commerce, L450-3",
  dataClasses: ["TRADE_CORE"],
  grantedUntil: day(1),
};

/** Milliseconds: some hundred questions. */
const MANY_QUESTIONS = 120_000;

test(
  "nothing strange in an argument makes the third party fail",
  async () => {
    await using opened = await openChain();
    const questions = strangeQuestions(complianceSubgraph, { ...proposal(), ...request });
    expect(questions.length).toBeGreaterThan(50);
    for (const viewer of [as("fabrica/legal"), as("autorite/compliance")])
      await expect(failuresAt(opened, questions, viewer)).resolves.toEqual([]);
  },
  MANY_QUESTIONS,
);

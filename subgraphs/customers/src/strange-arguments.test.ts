import { failuresAt, strangeQuestions } from "@maillon/subgraph-kit/testing";
import { customers } from "./subgraph.ts";
import { company, openChain } from "./testing/open-chain.ts";

const consumer = {
  displayName: "Paul",
  email: "paul@example.org",
  uses: [{ purpose: "CONTRACT", basis: "CONTRACT" }],
};
const business = { kind: "BUSINESS", organizationId: "boulange" };

/** Milliseconds: some hundred questions. */
const MANY_QUESTIONS = 120_000;

test(
  "nothing strange in an argument makes the customers fail",
  async () => {
    await using opened = await openChain();
    const questions = [consumer, business].flatMap((usual) => strangeQuestions(customers, usual));
    expect(questions.length).toBeGreaterThan(50);
    await expect(failuresAt(opened, questions, company("vega", "service", "sales"))).resolves.toEqual([]);
  },
  MANY_QUESTIONS,
);

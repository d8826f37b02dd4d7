import { failuresAt, strangeQuestions } from "@maillon/subgraph-kit/testing";
import { catalogue } from "./subgraph.ts";
import { assortment, at, openCatalogue, priceLists } from "./testing/example-chain.ts";

/** Milliseconds: some hundred questions. */
const MANY_QUESTIONS = 120_000;

test(
  "nothing strange in an argument makes the catalogue fail",
  async () => {
    await using opened = await openCatalogue(...assortment(), ...priceLists());
    const questions = strangeQuestions(catalogue);
    expect(questions.length).toBeGreaterThan(50);
    await expect(failuresAt(opened, questions, at("fabrica", "pricing", "catalogue"))).resolves.toEqual([]);
  },
  MANY_QUESTIONS,
);

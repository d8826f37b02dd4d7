import { failuresAt, strangeQuestions } from "@maillon/subgraph-kit/testing";
import { orders } from "./subgraph.ts";
import { company, idOf, openOrders } from "./testing/open-orders.ts";
import { CHAIN, offerRecord } from "./testing/records.ts";

/** Milliseconds: some hundred questions. */
const MANY_QUESTIONS = 120_000;

test(
  "nothing strange in an argument makes the orders fail",
  async () => {
    await using opened = await openOrders({
      orders: CHAIN,
      offers: [offerRecord({ key: "1", seller: "integra", product: "t100" })],
    });
    const questions = strangeQuestions(orders, {
      sellerId: idOf("companies", "integra"),
      productId: idOf("products", "t100"),
    });
    expect(questions.length).toBeGreaterThan(50);
    await expect(failuresAt(opened, questions, company("boulange"))).resolves.toEqual([]);
  },
  MANY_QUESTIONS,
);

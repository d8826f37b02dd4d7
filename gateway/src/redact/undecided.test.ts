import { type CompanyName, company, ledgerWith, sharing } from "@maillon/schema/testing";
import { lendFacts } from "../query/answer/fact-loans.ts";
import { Failures } from "../query/answer/failures.ts";
import { openVisibleChain } from "../testing/visible-chain.ts";

const shared = ledgerWith({
  clauses: {
    "fabrica-integra": [sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS")],
  },
});
const seller = { id: company("integra") };
const buyer = { id: company("boulange") };
const rebate = { grantedBy: { id: company("fabrica") }, grantedTo: { id: company("integra") }, percent: 5 };
const order = (id: string, more: object = {}) => {
  return { __typename: "Order", id, total: 100, cost: 60, seller, buyer, rebate, ...more };
};

/** Asks while the company that has the orders answers these, and that it failed at one place of them. */
async function ask(viewer: CompanyName, query: string, answer: { orders: object[]; failed: unknown[] }) {
  await using chain = await openVisibleChain(shared);
  const { orders, failed } = answer;
  const errors = [{ message: "the database is gone", path: failed }];
  chain.orders.answerWith({ status: 200, body: JSON.stringify({ data: { orders }, errors }) });
  const { body } = await chain.ask(viewer, query);
  const told = (body.errors ?? []).map(({ path, extensions }: ToldError) => [path, extensions.code]);
  return { data: body.data, told, visibility: body.extensions?.visibility };
}

interface ToldError {
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string };
}

describe("what cannot be decided because its facts failed", () => {
  test("is no object that is not there: the error stands at its list", async () => {
    const orders = [order("1", { seller: null }), order("2")];
    const answer = await ask("boulange", "{ orders { id } }", { orders, failed: ["orders", 0, "seller"] });
    expect(answer).toEqual({ data: { orders: [{ id: "2" }] }, told: [[["orders"], "UPSTREAM_ERROR"]] });
  });

  test("is told where it would stand, and not as a refusal", async () => {
    const orders = [order("1", { rebate: { ...rebate, grantedTo: null } })];
    const failed = ["orders", 0, "rebate", "grantedTo"];
    const answer = await ask("integra", "{ orders { rebate { percent } } }", { orders, failed });
    const place = ["orders", 0, "rebate"];
    expect(answer).toEqual({ data: { orders: [{ rebate: null }] }, told: [[place, "UPSTREAM_ERROR"]] });
  });

  test("is told of a key inside a fact", async () => {
    const orders = [order("1", { buyer: { id: null } })];
    const answer = await ask("boulange", "{ orders { id } }", {
      orders,
      failed: ["orders", 0, "buyer", "id"],
    });
    expect(answer).toEqual({ data: { orders: [] }, told: [[["orders"], "UPSTREAM_ERROR"]] });
  });
});

test("a field that is refused reads the same whether or not it failed", async () => {
  const [query, orders] = ["{ orders { total } }", [order("1", { total: null })]];
  const failed = await ask("fabrica", query, { orders, failed: ["orders", 0, "total"] });
  expect(failed).toMatchObject({ data: { orders: [{ total: null }] }, told: [] });
  expect(failed.visibility).toMatchObject([{ coordinate: "Order.total", rule: "F1-trade-amount" }]);
});

test("a fact that failed failed for those who borrow it", () => {
  const failures = new Failures();
  const named: Record<string, unknown> = { id: "1" };
  const lender = { id: "1", seller: null, lines: [{ order: named }] };
  const failure = { code: "UPSTREAM_ERROR", subgraph: "orders", detail: "" } as const;
  failures.add(lender, "seller", failure);
  lendFacts(lender, { path: ["lines"], field: "order", facts: ["seller"] }, failures);
  expect(failures.below({ order: named }, ["order", "seller"])).toBe(failure);
});

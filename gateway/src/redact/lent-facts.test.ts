import { inForce, loadPolicies } from "@maillon/schema/policy";
import { NOW, company, ledgerWith, viewer } from "@maillon/schema/testing";
import { parse } from "graphql";
import { createApolloPlanner } from "../plan/apollo/apollo-planner.ts";
import { readSupergraph } from "../plan/supergraph/supergraph.ts";
import { createEngine } from "../respond/engine/engine.ts";
import { composeContracts } from "../testing/compose-contracts.ts";
import { ORDER_TYPES } from "../testing/generated-orders.ts";
import { createGuard } from "./create-guard.ts";
import type { GuardedContext } from "./guarded-context.ts";
import { createOpenAccess } from "./access.ts";

const supergraph = readSupergraph(composeContracts({ orders: ORDER_TYPES }));
const planner = createApolloPlanner(supergraph);
const openAccess = createOpenAccess({
  policies: loadPolicies(),
  agreements: () => inForce(ledgerWith(), NOW),
});

/** Asks as Integra of a subgraph that answers with these orders, whatever it is asked. */
async function ask(text: string, orders: readonly object[]) {
  const sent: string[] = [];
  const engine = createEngine<GuardedContext>({
    supergraph,
    planner,
    guard: createGuard<GuardedContext>(supergraph),
    async send({ body }) {
      sent.push((JSON.parse(body) as { query: string }).query);
      return { data: { orders: structuredClone(orders) } };
    },
  });
  const context = { access: openAccess(viewer("integra")) };
  const { data } = await engine.answer({ text, document: parse(text), context });
  return { data: JSON.parse(data), sent };
}

const parties = { seller: { id: company("integra") }, buyer: { id: company("boulange") }, via: [] };
const query = "{ orders { lines { price } } }";

describe("the lines of an order", () => {
  test("are decided by its facts, and asked for no more than its key", async () => {
    const { data, sent } = await ask(query, [
      { id: "o", ...parties, lines: [{ price: 1, order: { id: "o" } }] },
    ]);
    expect(data).toEqual({ orders: [{ lines: [{ price: 1 }] }] });
    expect(sent[0]).toMatch(/lines\{price order\{id\}\}/);
  });

  test.each<[what: string, order: unknown]>([
    ["name another order", { id: "other" }],
    ["name none", null],
    ["name one without a key", {}],
    ["name a list of them", [{ id: "o" }]],
  ])("are kept back if they %s", async (_what, order) => {
    const { data } = await ask(query, [{ id: "o", ...parties, lines: [{ price: 1, order }] }]);
    expect(data).toEqual({ orders: [{ lines: [] }] });
  });

  test("borrow nothing of an order without a key, nor of one whose own facts are missing", async () => {
    const lines = [{ price: 1, order: { id: null } }];
    const nameless = await ask(query, [{ id: null, ...parties, lines }]);
    expect(nameless.data).toEqual({ orders: [{ lines: [] }] });
    const unknown = await ask(query, [{ id: "o", lines: [{ price: 1, order: { id: "o" } }] }]);
    expect(unknown.data).toEqual({ orders: [] });
  });

  test("tell their facts themselves where nothing around them is asked in the same answer", async () => {
    const fragment = "fragment L on Line { price }";
    const { sent } = await ask(`{ orders { lines { ...L } } } ${fragment}`, []);
    expect(sent[0]).toMatch(/order\{seller\{id\}/);
  });
});

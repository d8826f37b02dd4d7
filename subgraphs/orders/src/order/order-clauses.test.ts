import type { AgreementsInForce } from "@maillon/schema/policy";
import { sharing, type Terms } from "@maillon/schema/testing";
import { agreed } from "../testing/agreed.ts";
import { company, idOf, openOrders } from "../testing/open-orders.ts";
import { CHAIN } from "../testing/records.ts";

const ASK =
  "{ orders { nodes { number state buyer { id } total { amount } lines { quantity lineTotal { amount } } } } }";

const terms: Terms = {
  clauses: { "fabrica-integra": [sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS")] },
};
const shared = agreed(terms);
const inFrance = agreed(terms, ["FR"]);
const up = { from: "integra", to: "fabrica" } as const;
const withPseudonyms = agreed({
  clauses: {
    "fabrica-integra": [
      sharing(up, "TRADE_CORE", "PSEUDONYMOUS"),
      { ...sharing(up, "CUSTOMER_EXISTENCE", "PSEUDONYMOUS"), code: "2" },
    ],
  },
});
const without = agreed({});

/** The numbers of the orders that Fabrica finds. */
async function numbersFor(agreements: AgreementsInForce): Promise<unknown[]> {
  await using orders = await openOrders({ orders: CHAIN }, { agreements: () => agreements });
  const found = await orders.ask(company("fabrica"), "{ orders { nodes { number } } }");
  const page = found.data?.["orders"] as { nodes: { number: string }[] };
  return page.nodes.map(({ number }) => number).toSorted();
}

describe("a data sharing clause on orders", () => {
  test("opens its grantor's orders, and those alone", async () => {
    const own = ["N-branded", "N-rival", "N-through"];
    expect(await numbersFor(without)).toEqual(own);
    expect(await numbersFor(shared)).toEqual([...own, "N-b2b", "N-resold"].toSorted());
  });

  test("on the customer, too, tells her pseudonym and not who she is", async () => {
    const resold = CHAIN.filter(({ key }) => key === "b2b");
    await using orders = await openOrders({ orders: resold }, { agreements: () => withPseudonyms });
    const ask = "{ orders { nodes { number customer { id } buyer { id } lawfulPurposes } } }";
    const order = { number: "N-b2b", customer: { id: idOf("customers", "boulange") }, buyer: null };
    expect(await orders.ask(company("fabrica"), ask)).toEqual({
      data: { orders: { nodes: [{ ...order, lawfulPurposes: [] }] } },
    });
  });

  test("tells neither who bought nor for how much", async () => {
    const resold = CHAIN.filter(({ key }) => key === "b2b");
    await using orders = await openOrders({ orders: resold }, { agreements: () => shared });
    expect(await orders.ask(company("fabrica"), ASK)).toEqual({
      data: {
        orders: {
          nodes: [
            {
              number: "N-b2b",
              state: "OPEN",
              buyer: null,
              total: null,
              lines: [{ quantity: "2", lineTotal: null }],
            },
          ],
        },
      },
    });
  });

  test.each<[destination: string | undefined, found: string[]]>([
    ["FR", ["N-b2b"]],
    ["DE", []],
    [undefined, []],
  ])("that holds in France opens an order to %s as far as that is there", async (destination, found) => {
    const delivered = CHAIN.filter(({ key }) => key === "b2b").map((order) => ({ ...order, destination }));
    await using orders = await openOrders({ orders: delivered }, { agreements: () => inFrance });
    const ask = await orders.ask(company("fabrica"), "{ orders { nodes { number } } }");
    expect(ask).toEqual({ data: { orders: { nodes: found.map((number) => ({ number })) } } });
  });

  test("ends with its agreement, for the next request", async () => {
    const resold = CHAIN.filter(({ key }) => key === "b2b");
    let inForceNow = shared;
    await using orders = await openOrders({ orders: resold }, { agreements: () => inForceNow });
    const ask = () => orders.ask(company("fabrica"), "{ orders { nodes { number } } }");
    expect(await ask()).toEqual({ data: { orders: { nodes: [{ number: "N-b2b" }] } } });
    inForceNow = without;
    expect(await ask()).toEqual({ data: { orders: { nodes: [] } } });
  });
});

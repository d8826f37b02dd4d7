import { type Chain, openChain } from "../start/chain.ts";

// One start of five processes, on whatever machine runs this.
const PATIENCE = 600_000;

const ORDERS = `{ orders(first: 50) { nodes {
  id number seller { id name } buyer { name } customer { id } agreement { id } destination total { amount }
} } }`;
const CUSTOMERS = `{ customers(first: 50) { nodes {
  id kind stage lawfulPurposes organization { name } person { displayName }
} } }`;
const REQUEST = "mutation ($input: DisclosureInput!) { requestDisclosure(input: $input) { id } }";
const CLOSE = "mutation ($id: ID!) { closeDisclosure(id: $id) { closedAt } }";
const SEERS = `query ($id: ID!, $on: Date) {
  whoCanSee(coordinate: "Order.number", id: $id, on: $on) { party keptBack clauses { clause type } }
}`;
const PRICE = `{ products(first: 5, search: "C100") { nodes { id supplyPrice { priceList { kind } } } } }`;
const WHY_PRICE = `query ($id: ID!) { explain(coordinate: "Product.supplyPrice", id: $id) { effect class type rule } }`;

type Row = Readonly<Record<string, unknown>>;
interface Page {
  readonly nodes: readonly Row[];
}

describe("the demo chain", () => {
  test(
    "shows each company what its agreements, and a regulator what its request, let it see",
    async () => {
      await using chain = await openChain();
      await chain.start();
      const ask = await asksOf(chain, ["fabrica/pricing", "integra/buying", "autorite/compliance"]);
      const ordersOf = async (who: string) => rowsIn(await ask(who, ORDERS), "orders");

      // A co-owner and joint controller reads who the customer is, as she agreed (vega-consumers, clauses 2.1 and 3.1).
      const customers = rowsIn(await ask("fabrica/pricing", CUSTOMERS), "customers");
      const claire = customers.find(({ kind }) => kind === "CONSUMER");
      expect(claire).toMatchObject({
        stage: "HABITUAL",
        person: { displayName: expect.stringMatching(/^Claire/u) },
      });

      // Who serves her after the sale, too, reads who she is, and nothing else of her (vega-consumers, clause 5.1).
      const known = rowsIn(await ask("integra/buying", CUSTOMERS), "customers");
      expect(known.find(({ kind }) => kind === "CONSUMER")).toMatchObject({
        stage: null,
        person: { displayName: expect.stringMatching(/^Claire/u) },
      });

      // The orders of an integrator, in the countries agreed upon, under pseudonyms (fabrica-integra, clause 3.2).
      const own = (await ordersOf("integra/buying")).filter(({ seller }) => nameIn(seller) === "Integra");
      const resold = (await ordersOf("fabrica/pricing")).filter(({ seller }) => nameIn(seller) === "Integra");
      expect(
        own.every(({ buyer, total, agreement }) => buyer !== null && total !== null && agreement !== null),
      ).toBe(true);
      const veiled = own.map((order) => ({ ...order, buyer: null, total: null, agreement: null }));
      expect([veiled.length > 0, resold]).toEqual([true, veiled]);

      // A regulator reads nothing without a request, what it names while it is open, and nothing afterwards.
      expect(await ordersOf("autorite/compliance")).toEqual([]);
      const [order = {}] = own;
      const input = {
        subjectId: idIn(order["seller"]),
        legalBasis: "Code de commerce, L450-3",
        dataClasses: ["TRADE_CORE"],
        grantedUntil: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
      };
      const id = idIn(objectIn(await ask("autorite/compliance", REQUEST, { input }), "requestDisclosure"));
      // The owner, the gateway: each learns of it by itself.
      await chain.told();
      const opened = await ordersOf("autorite/compliance");
      expect(opened.map(({ number }) => number)).toEqual(own.map(({ number }) => number));
      expect(opened.filter(({ total, buyer }) => total !== null || buyer !== null)).toEqual([]);
      await ask("autorite/compliance", CLOSE, { id });
      await chain.told();
      expect(await ordersOf("autorite/compliance")).toEqual([]);

      // Before the agreement began, only the parties of the order could have seen it; then a clause lets one more.
      const seersOn = async (on: string) => {
        const { data } = await ask("integra/buying", SEERS, { id: order["id"], on });
        return listIn(data, "whoCanSee");
      };
      const [before, after] = [await seersOn("2021-06-01"), await seersOn("2034-06-01")];
      const added = after.filter(({ party }) => !before.some((each) => each["party"] === party));
      expect([after.length - before.length, added]).toEqual([
        1,
        [
          {
            party: expect.stringContaining("org_conforma_"),
            keptBack: false,
            clauses: [{ clause: "3.2", type: "DATA_SHARING" }],
          },
        ],
      ]);

      // What a product costs is decided by the price list that each buyer's price stands on, not by the product.
      const [product = {}] = rowsIn(await ask("integra/buying", PRICE), "products");
      const why = objectIn(await ask("integra/buying", WHY_PRICE, { id: product["id"] }), "explain");
      const rule = "price-list-of-the-deal";
      expect(why).toEqual({ effect: "GRANTED", class: "PRICE_SUPPLY", type: "SupplyPrice", rule });
    },
    PATIENCE,
  );
});

async function asksOf(chain: Chain, personas: readonly string[]) {
  const tokens = new Map<string, string>();
  for (const each of personas) tokens.set(each, await chain.token(each));
  return (who: string, query: string, variables: object = {}) =>
    chain.query(query, tokens.get(who) ?? "", variables);
}

function objectIn({ data, errors }: Awaited<ReturnType<Chain["query"]>>, field: string): unknown {
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as Row)[field];
}

function rowsIn(answer: Awaited<ReturnType<Chain["query"]>>, field: string): readonly Row[] {
  return (objectIn(answer, field) as Page).nodes;
}

function listIn(data: unknown, field: string): readonly Row[] {
  return (data as Record<string, Row[]>)[field] ?? [];
}

function nameIn(company: unknown): unknown {
  return (company as Row)["name"];
}

function idIn(object: unknown): unknown {
  return (object as Row)["id"];
}

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { totalOf } from "@maillon/schema/exchange";
import { openChain, type Chain } from "./chain.ts";

const data = process.env["MAILLON_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data");
const source = join(data, "northwind");
const describeWithData = existsSync(source) ? describe : describe.skip;
const PATIENCE = 600_000;

const soldOrders = `query ($after: String) {
  orders(role: SELLER, first: 100, after: $after) {
    nodes { total { amount currencyCode } buyer { name } lines { product { manufacturer { name } } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface SoldOrder {
  readonly total: { readonly amount: string; readonly currencyCode: string };
  readonly buyer: { readonly name: string };
  readonly lines: readonly { readonly product: { readonly manufacturer: { readonly name: string } } }[];
}

interface Page {
  readonly orders: {
    readonly nodes: readonly SoldOrder[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describeWithData(
  "Northwind, imported beside a running chain (skipped without ../shared/data/northwind)",
  () => {
    test(
      "earns its known revenue through the gateway, and no more when it is imported again",
      async () => {
        await using chain = await openChain();
        await chain.start();
        const first = JSON.parse(await chain.command("import", "northwind", source, "--json"));
        const again = JSON.parse(await chain.command("import", "northwind", source, "--json"));
        expect(first.counts.orders).toEqual({ read: 830, imported: 830, unchanged: 0, rejected: 0 });
        expect(again.counts.orders).toEqual({ read: 830, imported: 0, unchanged: 830, rejected: 0 });

        // Who the imported companies are reaches the gateway and the others by itself.
        await chain.told();
        const orders = await allOrders(chain, await chain.token("northwind/sales"));
        expect(orders).toHaveLength(830);
        expect(totalOf(orders.map(({ total }) => ({ lineTotal: total.amount })))).toBe("1265793.0395");
        expect(new Set(orders.map(({ total }) => total.currencyCode))).toEqual(new Set(["USD"]));
        expect(new Set(orders.map(({ buyer }) => buyer.name)).size).toBe(89);
        const makers = orders.flatMap(({ lines }) => lines.map(({ product }) => product.manufacturer.name));
        expect(makers).toHaveLength(2_155);
        expect(new Set(makers).size).toBe(29);

        const bought = await chain.query(
          "{ orders(first: 100) { nodes { seller { name } } } }",
          await chain.token("northwind.customer-alfki/buying"),
        );
        const bySeller = { seller: { name: "Northwind Traders" } };
        expect(bought).toEqual({ data: { orders: { nodes: Array.from({ length: 6 }, () => bySeller) } } });
      },
      PATIENCE,
    );
  },
);

async function allOrders(chain: Chain, token: string): Promise<SoldOrder[]> {
  const orders: SoldOrder[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data: page, errors } = await chain.query(soldOrders, token, { after });
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = (page as Page).orders;
    orders.push(...nodes);
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return orders;
}

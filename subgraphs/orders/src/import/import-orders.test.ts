import { company, idOf, openOrders } from "../testing/open-orders.ts";
import { awardRecord, CHAIN, offerRecord, orderRecord } from "../testing/records.ts";

const LINES =
  "query ($id: ID!) { order(id: $id) { total { amount } lines { id lineTotal { amount } } shipments { id } } }";

describe("an import of orders", () => {
  test("of the same delivery again changes nothing", async () => {
    const delivery = {
      offers: [offerRecord({ key: "o", seller: "integra", product: "t100" })],
      orders: CHAIN,
      awards: [awardRecord({ key: "a", buyer: "nantes", holders: ["integra"] })],
    };
    await using orders = await openOrders(delivery);
    const again = await orders.deliver(delivery);
    expect(again.filter(({ type }) => type === "counted")).toEqual([
      { type: "counted", file: "offers", read: 1, imported: 0, unchanged: 1, rejected: 0 },
      { type: "counted", file: "orders", read: 5, imported: 0, unchanged: 5, rejected: 0 },
      { type: "counted", file: "awards", read: 1, imported: 0, unchanged: 1, rejected: 0 },
    ]);
  });

  test("takes over what a later delivery changed, adds and removes, and keeps the ids of the rest", async () => {
    const shipments = [
      { key: "x", state: "READY" as const },
      { key: "y", state: "READY" as const },
    ];
    const lines = ["t100", "v7", "p3"].map((product) => ({ product }));
    const order = orderRecord({ key: "a", seller: "integra", buyer: "boulange", lines, shipments });
    await using orders = await openOrders({ orders: [order] });
    const read = async () =>
      (await orders.ask(company("boulange"), LINES, { id: idOf("orders", "a") })).data?.order;
    const before = await read();
    const [, second, third] = order.lines;
    if (second === undefined || third === undefined) throw new Error("The order has three lines.");
    const changed = { ...second, quantity: "1", lineTotal: "100" };
    const later = { ...order, lines: [third, changed], total: "300", shipments: shipments.slice(1) };
    await orders.deliver({ orders: [later] });
    const part = (kind: "lin" | "shp", key: string) => idOf("orders", "a", { kind, key });
    expect(before).toMatchObject({ lines: [0, 1, 2].map((key) => ({ id: part("lin", `${key}`) })) });
    expect(await read()).toEqual({
      total: { amount: "300" },
      lines: [
        { id: part("lin", "2"), lineTotal: { amount: "200" } },
        { id: part("lin", "1"), lineTotal: { amount: "100" } },
      ],
      shipments: [{ id: part("shp", "y") }],
    });
  });

  test("leaves nothing of an order that breaks a rule of the table, and stores the others", async () => {
    await using orders = await openOrders();
    const events = await orders.deliver({
      orders: [
        orderRecord({ key: "a", number: "7", seller: "integra", buyer: "boulange" }),
        orderRecord({ key: "b", number: "7", seller: "integra", buyer: "nantes" }),
        orderRecord({ key: "c", number: "7", seller: "vega", buyer: "nantes" }),
      ],
    });
    expect(events.filter(({ type }) => type === "rejected")).toEqual([
      { type: "rejected", file: "orders", line: 2, reason: expect.stringMatching(/^repeats a value/u) },
    ]);
    const { data } = await orders.ask(
      company("nantes"),
      "{ orders { nodes { seller { id } lines { id } } } }",
    );
    expect(data).toEqual({
      orders: {
        nodes: [{ seller: { id: idOf("companies", "vega") }, lines: [expect.anything()] }],
      },
    });
  });

  test("keeps amounts exact, so that only a sum's reader rounds", async () => {
    const lines = [
      { product: "t100", quantity: "3", unitPrice: "14.4", discountPercent: "5" },
      { product: "v7", quantity: "0.333", unitPrice: "272.1015", discountPercent: "12.5" },
    ];
    await using orders = await openOrders({
      orders: [orderRecord({ key: "a", seller: "integra", buyer: "boulange", lines })],
    });
    const { data } = await orders.ask(company("boulange"), LINES, { id: idOf("orders", "a") });
    expect(data).toMatchObject({
      order: {
        total: { amount: "120.3235745625" },
        lines: [{ lineTotal: { amount: "41.04" } }, { lineTotal: { amount: "79.2835745625" } }],
      },
    });
  });
});

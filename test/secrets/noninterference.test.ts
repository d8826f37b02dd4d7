import type { Flip } from "./cells/flips.ts";
import { rowsIn } from "./cells/secret-table.ts";
import type { Seen } from "./chain/secret-chain.ts";
import type { World } from "./chain/store.ts";
import { findLeak, type Inquiry } from "./noninterference.ts";

const TABLE = "orders.trade_order";
const world: World = new Map([[TABLE, [{ id: "ord_1", number: "INT-1" }]]]);
const flips: readonly Flip[] = [
  { cell: `${TABLE} ord_1 number`, row: `${TABLE} ord_1`, columns: { number: "canary-1" } },
];

/** A chain in which the hidden number shows in one place. */
function chainThatShows(show: (number: unknown) => Partial<Seen>): Inquiry["chain"] {
  let held = world;
  return {
    store: { write: async (next) => void (held = next) },
    ask: async () => ({
      status: 200,
      headers: { "content-type": "application/json" },
      body: '{"data":{}}',
      calls: [],
      ...show(rowsIn(held, TABLE)[0]?.["number"]),
    }),
  };
}

const leakIn = (show: (number: unknown) => Partial<Seen>) =>
  findLeak(
    {
      chain: chainThatShows(show),
      persona: { name: "rivalis", token: "", viewer: { kind: "consumer", customers: [], subject: "" } },
      questions: [{ query: "{ orders { nodes { id } } }" }],
      before: new Map(),
    },
    world,
    flips,
  );

const longer = (number: unknown) => number !== "INT-1";

describe("a hidden value is found to show", () => {
  test.each<readonly [string, (number: unknown) => Partial<Seen>]>([
    ["a byte of the body", (number) => ({ body: `{"data":{},"n":${JSON.stringify(number)}}` })],
    ["a header", (number) => ({ headers: { "cache-control": longer(number) ? "no-store" : "private" } })],
    [
      "a header that is there or not",
      (number) => ({ headers: Object.fromEntries(longer(number) ? [["age", "1"]] : []) }),
    ],
    ["the status", (number) => ({ status: longer(number) ? 200 : 206 })],
    [
      "one call more",
      (number) => ({ calls: longer(number) ? [{ subgraph: "orders", body: "", headers: {} }] : [] }),
    ],
    [
      "a header of a call",
      (number) => ({ calls: [{ subgraph: "orders", body: "", headers: { tag: number } }] }),
    ],
  ])("in %s", async (_where, show) => {
    await expect(leakIn(show)).resolves.toMatchObject({ viewer: "rivalis" });
  });

  test("in nothing, where it shows nowhere", async () => {
    await expect(leakIn(() => ({}))).resolves.toBeUndefined();
  });
});

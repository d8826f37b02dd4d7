import { prepareDatabase } from "@maillon/subgraph-kit";
import { openTestDatabase, withClient } from "@maillon/subgraph-kit/testing";
import { orders } from "../subgraph.ts";

const contract = orders.name;

test("shipments that were there before name their order's seller afterwards", async () => {
  await using database = await openTestDatabase({ contract, migrations: orders.migrations.slice(0, 1) });
  const { ownerUrl } = database;
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `insert into trade_order (id, number, model, state, seller_id, buyer_id, currency_code, total_amount, placed_at)
       values ('ord_1', 'N1', 'B2B', 'OPEN', 'org_integra', 'org_boulange', 'EUR', '1', now())`,
    );
    await client.query(
      "insert into shipment (id, order_id, position, state) values ('shp_1', 'ord_1', 0, 'SHIPPED')",
    );
  });
  await prepareDatabase({ ownerUrl, contract, migrations: orders.migrations, entities: orders.entities });
  const { rows } = await withClient(ownerUrl, async (client) =>
    client.query("select id, seller_id from shipment"),
  );
  expect(rows).toEqual([{ id: "shp_1", seller_id: "org_integra" }]);
});

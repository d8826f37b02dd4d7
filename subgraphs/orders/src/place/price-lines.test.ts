import { disclosure, sharing } from "@maillon/schema/testing";
import { agreed } from "../testing/agreed.ts";
import { company, idOf, openOrders } from "../testing/open-orders.ts";
import { offerRecord } from "../testing/records.ts";

const PLACE = 'mutation ($input: OrderInput!) { placeOrder(input: $input, idempotencyKey: "k1") { id } }';
const READ =
  "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Product { offers { seller { id } } } } }";

const OPENED = [
  disclosure("autorite", "integra", "CATALOG_RESTRICTED"),
  { ...disclosure("autorite", "integra", "PRICE_RESALE"), id: "another" },
];
const SHARED = sharing({ from: "integra", to: "fabrica" }, "CATALOG_RESTRICTED", "EXISTENCE");

const [sellerId, productId] = [idOf("companies", "integra"), idOf("products", "secret")];

describe("an offer to others", () => {
  test.each([
    ["a regulator reads on request", company("autorite"), { disclosures: OPENED }],
    ["a partner reads by a clause", company("fabrica"), { clauses: { "fabrica-integra": [SHARED] } }],
  ])("that %s is none to order by", async (_, viewer, terms) => {
    const agreements = agreed(terms);
    const offer = offerRecord({ key: "1", seller: "integra", product: "secret", audience: ["nantes"] });
    await using orders = await openOrders({ offers: [offer] }, { agreements: () => agreements });
    const read = await orders.ask(viewer, READ, { of: [{ __typename: "Product", id: productId }] });
    expect(read).toEqual({ data: { _entities: [{ offers: [{ seller: { id: sellerId } }] }] } });
    const input = { sellerId, lines: [{ productId, quantity: "1" }] };
    const { data, errors } = await orders.ask(viewer, PLACE, { input });
    expect(data).toBeNull();
    const extensions = { code: "BAD_USER_INPUT", argument: "input.lines.0.productId" };
    expect(errors).toMatchObject([{ extensions }]);
  });
});

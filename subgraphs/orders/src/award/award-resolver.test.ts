import { company, consumer, idOf, openOrders } from "../testing/open-orders.ts";
import { awardRecord, orderRecord } from "../testing/records.ts";

const delivery = {
  orders: [orderRecord({ key: "called", seller: "integra", buyer: "nantes", model: "B2A" })],
  awards: [
    awardRecord({
      key: "sensors",
      buyer: "nantes",
      holders: ["integra", "vega"],
      publishedAt: "2026-03-01",
      bidsReceived: 3,
      order: "called",
    }),
    awardRecord({
      key: "works",
      buyer: "nantes",
      holders: ["rivalis"],
      cpv: "45000000",
      notifiedAt: "2026-01-31",
    }),
    awardRecord({ key: "other", buyer: "lyon", holders: ["integra"], notifiedAt: "2025-12-01" }),
  ],
};

describe("an award", () => {
  test.each([
    ["the administration that gave it", company("nantes"), true],
    ["a holder that delivers", company("integra"), true],
    ["any company", company("etrangere"), false],
    ["a consumer", consumer("claire"), false],
  ])("is public to %s, its order is the parties'", async (_, viewer, party) => {
    await using orders = await openOrders(delivery);
    const { data, errors } = await orders.ask(
      viewer,
      `query ($id: ID!) { award(id: $id) { buyer { id } holders { id } object cpv procedure
        total { amount currencyCode } durationMonths notifiedAt publishedAt bidsReceived order { number } } }`,
      { id: idOf("awards", "sensors") },
    );
    expect(errors).toBeUndefined();
    expect(data?.award).toEqual({
      buyer: { id: idOf("companies", "nantes") },
      holders: [{ id: idOf("companies", "integra") }, { id: idOf("companies", "vega") }],
      object: "Sensors for school heating",
      cpv: "38400000",
      procedure: "Open procedure",
      total: { amount: "84000", currencyCode: "EUR" },
      durationMonths: 48,
      notifiedAt: "2026-02-16",
      publishedAt: "2026-03-01",
      bidsReceived: 3,
      order: party ? { number: "N-called" } : null,
    });
  });
});

describe("the list of awards", () => {
  test.each([
    ["all, the latest first", {}, ["sensors", "works", "other"]],
    ["those of an administration", { buyer: idOf("companies", "nantes") }, ["sensors", "works"]],
    ["those of a holder", { holder: idOf("companies", "integra") }, ["sensors", "other"]],
    ["those of a co-holder", { holder: idOf("companies", "vega") }, ["sensors"]],
    ["those of a kind", { cpv: "45000000" }, ["works"]],
    ["one page", { first: 2 }, ["sensors", "works"]],
  ])("holds %s", async (_, choice, expected) => {
    await using orders = await openOrders(delivery);
    const query = `query ($buyer: ID, $holder: ID, $cpv: Cpv, $first: Int! = 20) {
      awards(buyer: $buyer, holder: $holder, cpv: $cpv, first: $first) { nodes { id } pageInfo { hasNextPage } } }`;
    const { data } = await orders.ask(company("etrangere"), query, choice);
    expect(data?.awards).toEqual({
      nodes: expected.map((key) => expect.objectContaining({ id: idOf("awards", key) })),
      pageInfo: { hasNextPage: "first" in choice },
    });
  });
});

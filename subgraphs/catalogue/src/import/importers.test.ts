import { importedId, importRecords } from "@maillon/subgraph-kit/testing";
import type { DeliveredRecords } from "@maillon/subgraph-kit/testing";
import type { Viewer } from "@maillon/schema";
import type { ExchangeInput } from "@maillon/schema/exchange";
import { openCatalogue } from "../testing/example-chain.ts";
import { importers } from "./importers.ts";

const eur = (amount: string) => ({ amount, currency: "EUR" });

const sensor = {
  key: "sensor",
  sku: "S",
  name: "Sensor",
  kind: "COMPONENT",
  status: "ACTIVE",
  unit: "C62",
  manufacturer: "maker",
  category: "sensors",
  recommendedRetailPrice: eur("19.90"),
  unitCost: eur("4.5"),
} satisfies ExchangeInput<"products">;

const dealerList = {
  key: "dealer",
  kind: "NEGOTIATED",
  seller: "maker",
  buyer: "dealer",
  currency: "EUR",
  validFrom: "2025-01-01T00:00:00Z",
  entries: [
    {
      product: "sensor",
      unitPrice: "9",
      priorPrice: "10",
      tiers: [{ minimumQuantity: "10", partnership: "DISTRIBUTOR", unitPrice: "8.25" }],
    },
  ],
} satisfies ExchangeInput<"price-lists">;

const delivery = {
  companies: [
    { key: "maker", name: "Maker", country: "FR", roles: ["MANUFACTURER"] },
    { key: "dealer", name: "Dealer", country: "FR", roles: ["DISTRIBUTOR"] },
  ],
  categories: [
    { key: "sensors", name: "Sensors", parent: "devices" },
    { key: "devices", name: "Devices" },
  ],
  products: [sensor],
  "price-lists": [dealerList],
} satisfies DeliveredRecords;

const someoneAt = (company: string): Viewer => ({
  kind: "company",
  organization: importedId("companies", company),
  roles: [],
  subject: company,
});

const counted = (file: string, counts: object) => ({
  type: "counted",
  file,
  unchanged: 0,
  rejected: 0,
  ...counts,
});

describe("a delivery to the catalogue", () => {
  test("becomes products, prices and costs", async () => {
    await using catalogue = await openCatalogue();
    const events = await importRecords(catalogue.owner, importers, delivery);
    expect(events.filter(({ type }) => type === "rejected")).toEqual([]);
    const { data } = await catalogue.ask(
      someoneAt("dealer"),
      `{ products { nodes { sku category { name parent { name } } manufacturer { id } recommendedRetailPrice { amount }
        unitCost { amount } supplyPrice(quantity: "10") { unitPrice { amount } priorPrice { amount } } } } }`,
    );
    expect(data).toEqual({
      products: {
        nodes: [
          {
            sku: "S",
            category: { name: "Sensors", parent: { name: "Devices" } },
            manufacturer: { id: importedId("companies", "maker") },
            recommendedRetailPrice: { amount: "19.90" },
            unitCost: null,
            supplyPrice: { unitPrice: { amount: "8.25" }, priorPrice: { amount: "10" } },
          },
        ],
      },
    });
    const { data: cost } = await catalogue.ask(
      someoneAt("maker"),
      "{ products { nodes { unitCost { amount } } } }",
    );
    expect(cost).toEqual({ products: { nodes: [{ unitCost: { amount: "4.5" } }] } });
  });

  test("changes nothing when it comes again", async () => {
    await using catalogue = await openCatalogue();
    await importRecords(catalogue.owner, importers, delivery);
    const again = await importRecords(catalogue.owner, importers, delivery);
    expect(again.filter(({ type }) => type === "counted")).toEqual([
      counted("companies", { read: 2, imported: 0, unchanged: 2 }),
      counted("categories", { read: 2, imported: 0, unchanged: 2 }),
      counted("products", { read: 1, imported: 0, unchanged: 1 }),
      counted("price-lists", { read: 1, imported: 0, unchanged: 1 }),
    ]);
  });

  test("replaces the prices of a list and forgets a cost that is no longer stated", async () => {
    await using catalogue = await openCatalogue();
    await importRecords(catalogue.owner, importers, delivery);
    const { unitCost: _unitCost, ...costless } = sensor;
    await importRecords(catalogue.owner, importers, {
      products: [costless, { ...costless, key: "probe", sku: "P", name: "Probe" }],
      "price-lists": [{ ...dealerList, entries: [{ product: "probe", unitPrice: "3" }] }],
    });
    const query = "{ products { nodes { sku unitCost { amount } } } }";
    const { data: costs } = await catalogue.ask(someoneAt("maker"), query);
    expect(costs).toEqual({
      products: {
        nodes: [
          { sku: "P", unitCost: null },
          { sku: "S", unitCost: null },
        ],
      },
    });
    const prices = "{ products { nodes { sku supplyPrice { unitPrice { amount } } } } }";
    const { data } = await catalogue.ask(someoneAt("dealer"), prices);
    expect(data).toEqual({
      products: {
        nodes: [
          { sku: "P", supplyPrice: { unitPrice: { amount: "3" } } },
          { sku: "S", supplyPrice: null },
        ],
      },
    });
  });

  test("loses only the rows that are wrong", async () => {
    await using catalogue = await openCatalogue();
    const events = await importRecords(catalogue.owner, importers, {
      ...delivery,
      products: [
        { ...sensor, key: "orphan", sku: "O", manufacturer: "nobody" },
        sensor,
        { ...sensor, key: "twin", name: "Twin" },
      ],
    });
    expect(events.filter(({ type }) => type === "rejected")).toEqual([
      {
        type: "rejected",
        file: "products",
        line: 1,
        reason: expect.stringContaining("refers to a record that has not been imported"),
      },
      {
        type: "rejected",
        file: "products",
        line: 3,
        reason: expect.stringContaining("repeats a value that another record has already"),
      },
    ]);
    expect(events).toContainEqual(counted("products", { read: 3, imported: 1, rejected: 2 }));
    expect(events).toContainEqual(counted("price-lists", { read: 1, imported: 1 }));
  });
});

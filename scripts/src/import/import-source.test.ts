import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SUBGRAPHS, type SubgraphName } from "@maillon/schema";
import { exchangeIds } from "@maillon/schema/exchange";
import { readIdentities } from "../demo/identities.ts";
import { openStandInCompanies } from "../testing/stand-in-companies.ts";
import { exchange } from "./exchange.ts";
import { importSource, type ImportOptions } from "./import-source.ts";

const company = (key: string) => ({ key, name: key, country: "FR" });
const product = { key: "t1", sku: "T1", name: "T1", kind: "SERVICE", status: "ACTIVE", unit: "HUR" };
const consumer = {
  key: "claire-at-vega",
  kind: "CONSUMER",
  person: "claire",
  holders: [{ company: "vega", role: "OWNER", since: "2026-01-01" }],
  stage: "NEW",
};
const secret = "a secret of the delivery";

/** Companies that take an exchange folder with these records. */
function openDelivery(files: Record<string, readonly object[]>) {
  const companies = openStandInCompanies();
  const folder = join(companies.root, "delivery");
  mkdirSync(folder);
  for (const [file, records] of Object.entries(files)) {
    writeFileSync(join(folder, `${file}.ndjson`), records.map((record) => JSON.stringify(record)).join("\n"));
  }
  const databases = (Object.keys(SUBGRAPHS) as SubgraphName[]).map(
    (name) => [name, `postgres://${name}`] as const,
  );
  const run = (change: Partial<ImportOptions> = {}) =>
    importSource({
      adapter: exchange,
      source: "demo",
      folder,
      root: companies.root,
      home: join(companies.root, "home"),
      secret,
      databases: new Map(databases),
      ...change,
    });
  return {
    ...companies,
    home: join(companies.root, "home"),
    run,
    [Symbol.dispose]: companies[Symbol.dispose],
  };
}

describe("an import", () => {
  it("counts what became of every row, whoever rejected it", async () => {
    using delivery = openDelivery({
      companies: [company("vega"), { ...company("nowhere"), country: "XX" }, company("bad")],
      products: [
        { ...product, manufacturer: "vega" },
        { ...product, key: "t2", manufacturer: "nowhere" },
      ],
    });
    const { counts, rejections } = await delivery.run();
    expect(Object.fromEntries(counts)).toEqual({
      companies: { read: 3, imported: 1, unchanged: 0, rejected: 2 },
      products: { read: 2, imported: 1, unchanged: 0, rejected: 1 },
    });
    expect(rejections.map(({ origin, reason }) => `${origin.name}:${origin.line} ${reason}`)).toEqual([
      expect.stringMatching(/^companies\.ndjson:2 country: /),
      'products.ndjson:2 manufacturer: names "nowhere" of companies, which is absent or rejected',
      "companies.ndjson:3 is bad",
    ]);
  });

  it("gives each importer its own database, the source and the secret, and nothing else of the environment", async () => {
    using delivery = openDelivery({ companies: [company("vega")] });
    await delivery.run();
    expect(delivery.call("orders")).toEqual({
      args: ["--source", "demo"],
      env: expect.objectContaining({ DATABASE_URL_ORDERS: "postgres://orders", IMPORT_SECRET: secret }),
    });
    expect(JSON.stringify(delivery.call("orders"))).not.toContain("postgres://customers");
  });

  it("tells how far each file is", async () => {
    using delivery = openDelivery({ companies: [company("vega"), company("integra")] });
    const progress: unknown[] = [];
    await delivery.run({ onProgress: (...step) => progress.push(step) });
    expect(progress).toEqual([["companies", 2, 2]]);
  });

  it("fails with the last words of an importer that did not come to its end", async () => {
    using delivery = openDelivery({ companies: [company("vega"), company("fatal")] });
    await expect(delivery.run()).rejects.toThrow(/importer of compliance failed:\nthe disk is full/);
  });

  it("fails when the folder holds nothing to import", async () => {
    using delivery = openDelivery({});
    await expect(delivery.run()).rejects.toThrow(/holds none of the files that are read: companies\.ndjson/);
  });

  it("notes companies and consumers under the names that tokens are asked for", async () => {
    const people = [{ key: "claire", displayName: "Claire" }];
    using delivery = openDelivery({ companies: [company("vega")], people, customers: [consumer] });
    await delivery.run();
    await delivery.run({ source: "vega" });
    await delivery.run({ source: "other" });
    const ids = (source: string) => exchangeIds({ source, secret });
    expect(await readIdentities(delivery.home)).toEqual({
      // The first import of a name keeps it.
      companies: { vega: ids("demo")("companies", "vega"), "other.vega": ids("other")("companies", "vega") },
      consumers: {
        claire: [ids("demo")("customers", "claire-at-vega")],
        "vega.claire": [ids("vega")("customers", "claire-at-vega")],
        "other.claire": [ids("other")("customers", "claire-at-vega")],
      },
    });
  });
});

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Adapter, Delivery } from "../import/delivery.ts";

const repository = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const folder = process.env["MAILLON_DATA"] ?? join(repository, "..", "shared", "data");

/** Runs promises about real data that do not belong to the repository; without the data they are skipped, saying so. */
export function describeSource(
  name: string,
  promises: (adapt: (adapter: Adapter) => Delivery) => void,
): void {
  const source = join(folder, name);
  if (existsSync(source)) {
    describe(`the real data of ${name}`, () => promises((adapter) => adaptFolder(adapter, source)));
    return;
  }
  describe(`the real data of ${name} (skipped: there is no ${name} in ../shared/data or MAILLON_DATA)`, () => {
    it.skip("is not there", () => {});
  });
}

function adaptFolder(adapter: Adapter, source: string): Delivery {
  const names = adapter.names.filter((name) => existsSync(join(source, name)));
  return adapter.adapt(new Map(names.map((name) => [name, readFileSync(join(source, name), "utf8")])));
}

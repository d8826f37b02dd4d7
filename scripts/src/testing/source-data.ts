import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Adapter, Delivery } from "../import/delivery.ts";
import { readSource } from "../import/read-source.ts";
import { repositoryRoot } from "../repository-root.ts";

const folder = process.env["MAILLON_DATA"] ?? join(repositoryRoot, "..", "shared", "data");

/** Runs promises about real data that do not belong to the repository; without the data they are skipped, saying so. */
export function describeSource(
  name: string,
  promises: (adapt: (adapter: Adapter) => Delivery) => void,
): void {
  const source = join(folder, name);
  if (existsSync(source)) {
    describe(`the real data of ${name}`, () =>
      promises((adapter) => adapter.adapt(readSource(adapter, source))));
    return;
  }
  describe(`the real data of ${name} (skipped: there is no ${name} in ../shared/data or MAILLON_DATA)`, () => {
    it.skip("is not there", () => {});
  });
}

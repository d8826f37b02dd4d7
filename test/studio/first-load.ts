import { until } from "../start/until.ts";
import type { StudioPage } from "./studio-page.ts";

/** What a first visit may bring over the wire, in bytes: compressed, workers and schema included. */
const BUDGET = 1_500_000;

const WORKERS = ["graphql.worker", "editor.worker"];

interface Fetched {
  readonly name: string;
  readonly size: number;
}

/** The page's own record of what was fetched so far. */
const FETCHED = `performance.getEntriesByType("navigation")
  .concat(performance.getEntriesByType("resource"))
  .map(({ name, encodedBodySize }) => ({ name, size: encodedBodySize }))`;

/** Holds the first load to its budget, and tells what it took. */
export async function loadsWithinItsBudget({ page, usableAfter }: StudioPage): Promise<void> {
  // The editor's workers begin when the page stands, and count.
  const fetched = await until(
    async () => (await page.evaluate(FETCHED)) as Fetched[],
    (files) => WORKERS.every((worker) => files.some(({ name, size }) => name.includes(worker) && size > 0)),
  );
  const total = fetched.reduce((sum, { size }) => sum + size, 0);
  process.stderr.write(
    `The studio's first load: ${(total / 1e6).toFixed(2)} MB in ${fetched.length} files, ` +
      `examples after ${usableAfter.examples} ms, editor after ${usableAfter.editor} ms.\n`,
  );
  for (const worker of WORKERS) expect(fetched.map(({ name }) => name).join("\n")).toContain(worker);
  expect(total).toBeLessThan(BUDGET);
}

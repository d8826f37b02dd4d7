// Node 24 reads these files as they are: they hold no decorators, and Jest's own loader is not at work here yet.
import { setUpTestRun } from "../../subgraphs/_kit/src/testing/test-run.ts";

/** One PostgreSQL server for all tests of a run. */
export default async function setUp() {
  globalThis[Symbol.for("maillon test run")] = await setUpTestRun(process.env);
}

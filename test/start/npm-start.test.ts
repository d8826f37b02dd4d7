import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { interrupt, openChain } from "./chain.ts";
import { until } from "./until.ts";

const readme = readFileSync(resolve(import.meta.dirname, "../../README.md"), "utf8");
/** The query that the README shows first; it crosses three companies. */
const acrossThreeCompanies = /"query":"(\{ products[^"]+)"/.exec(readme)?.[1] ?? "";
/** What the README shows three viewers of one query. */
const whoSeesWhat =
  /<!-- who sees what -->\n([\s\S]*?)<!-- \/who sees what -->/.exec(readme)?.[1]?.trim() ?? "";
const threeViewers = ["fabrica/pricing", "integra/buying", "rivalis/buying"];
const theirQuery = resolve(import.meta.dirname, "../../scripts/demo/who-sees-what.graphql");
// Two starts of five processes, on whatever machine runs this.
const PATIENCE = 600_000;

describe("npm start", () => {
  test(
    "runs a chain that crosses companies, lives on without one, outlives kill -9, and ends with Ctrl-C",
    async () => {
      await using chain = await openChain();
      const first = await chain.start();
      const token = await chain.token("integra/buying");
      const ask = () => chain.query(acrossThreeCompanies, token);
      const whole = await ask();
      expect(whole.errors).toBeUndefined();
      expect(JSON.stringify(whole.data)).toMatch(/"manufacturer":\{"name":".*"seller":\{"name":"/);

      const explained = await chain.command("explain", ...threeViewers, theirQuery);
      expect(whoSeesWhat).toContain("F1-trade-amount");
      expect(explained.slice(explained.indexOf("\n|")).trim()).toBe(whoSeesWhat);

      // It is started again by itself, which a slow machine may do before it asks.
      const askWithout = async () => (await chain.stop("orders"), ask());
      const partial = await until(askWithout, ({ errors }) => errors !== undefined);
      expect(partial.errors?.map(({ extensions }) => extensions.code)).toContain("UPSTREAM_UNAVAILABLE");
      expect(JSON.stringify(partial.data)).toMatch(/"manufacturer":\{"name":"/);
      await expect(until(ask, ({ errors }) => errors === undefined)).resolves.toEqual(whole);

      first.kill("SIGKILL");
      await once(first, "exit");
      const second = await chain.start();
      await expect(ask()).resolves.toEqual(whole);

      await interrupt(second);
      await expect(chain.listening()).resolves.toEqual([]);
    },
    PATIENCE,
  );
});

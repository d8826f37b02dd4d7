import { readFileSync } from "node:fs";
import { OUTCOMES } from "@maillon/schema";
import { subgraphErrors } from "./errors.ts";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
const section = readme.split("\n## Run your own subgraph\n")[1]?.split("\n## ")[0] ?? "";
const ofAnyRequest = new Set([...Object.keys(OUTCOMES), "BAD_REQUEST", "INTERNAL_SERVER_ERROR"]);

test("the README tells every code with which a subgraph turns a caller away, with its status and its words, and no other", () => {
  const documented = [...section.matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) +\| (.+?) +\|$/gm)].map(
    ([, code, status, text]) => [code, { status: Number(status), text }] as const,
  );
  const refusals = Object.entries(subgraphErrors).filter(([code]) => !ofAnyRequest.has(code));
  expect(documented).toEqual(refusals.toSorted(([a], [b]) => a.localeCompare(b)));
});

import { readFileSync } from "node:fs";
import { ERRORS } from "./error-registry.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const [, section = ""] = readme.split("\n## Errors\n");

/** The rows of the README's table of error codes: code, status, text. */
const documented = [...section.matchAll(/^\| `([A-Z0-9_]+)` +\| (\d{3}) +\| (.+?) +\|$/gm)].map(
  ([, code, status, text]) => [code, { status: Number(status), text }] as const,
);

describe("the README's table of error codes", () => {
  test("holds every code with the status and the words that clients read, and no other", () => {
    expect(Object.fromEntries(documented)).toEqual(ERRORS);
  });

  test("is sorted and names no code twice", () => {
    const codes = documented.map(([code]) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SUBGRAPHS } from "@maillon/schema";
import { EXCHANGE, FILES } from "@maillon/schema/exchange";

/**
 * An importer that keeps nothing: it counts the records of its company, rejects those with the key `bad`, fails on
 * those with the key `fatal`, and notes what it was called with.
 */
const program = (files: readonly string[], note: string) => `
import { existsSync, readFileSync, writeFileSync } from "node:fs";
const folder = process.argv.at(-1);
writeFileSync(${JSON.stringify(note)}, JSON.stringify({ args: process.argv.slice(2, -1), env: process.env }));
const say = (event) => console.log(JSON.stringify(event));
for (const file of ${JSON.stringify(files)}) {
  const path = folder + "/" + file + ".ndjson";
  if (!existsSync(path)) continue;
  const keys = readFileSync(path, "utf8").trim().split("\\n").map((line) => JSON.parse(line).key);
  if (keys.includes("fatal")) {
    console.error("the disk is full");
    process.exit(3);
  }
  say({ type: "progress", file, done: keys.length });
  for (const [index, key] of keys.entries()) {
    if (key === "bad") say({ type: "rejected", file, line: index + 1, reason: "is bad" });
  }
  const rejected = keys.filter((key) => key === "bad").length;
  say({ type: "counted", file, read: keys.length, imported: keys.length - rejected, unchanged: 0, rejected });
}
`;

/** A workspace whose companies have importers that keep nothing. */
export function openStandInCompanies() {
  const root = mkdtempSync(join(tmpdir(), "maillon-companies-"));
  const noteOf = (name: string) => join(root, `${name}.json`);
  for (const name of Object.keys(SUBGRAPHS)) {
    const folder = join(root, "subgraphs", name, "src");
    mkdirSync(folder, { recursive: true });
    const files = FILES.filter((file) => EXCHANGE[file].subgraph === name);
    writeFileSync(join(folder, "import.ts"), program(files, noteOf(name)));
  }
  return {
    root,
    /** What the importer of a company was called with. */
    call: (name: string): unknown => JSON.parse(readFileSync(noteOf(name), "utf8")),
    [Symbol.dispose]: () => rmSync(root, { recursive: true }),
  };
}

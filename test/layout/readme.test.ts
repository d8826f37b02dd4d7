import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { issuerFile } from "@maillon/gateway";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "gateway/README.md",
  ...globSync("schema/*.md", { cwd: root }),
];
const readme = read("README.md");
const running = read("gateway/README.md");

function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([whole, group]) => group ?? whole))];
}

describe.each(documents)("%s", (document) => {
  const text = read(document);

  test("links to nothing that is not there", () => {
    const targets = found(text, /\]\((?!https?:)([^)#]+)\)/g);
    expect(targets.filter((target) => !existsSync(resolve(root, dirname(document), target)))).toEqual([]);
  });

  test("names no command that package.json does not have", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const commands = found(text, /npm run (?:--silent )?([a-z-]+)/g);
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });
});

describe("what is told of running it", () => {
  test("names no variable that no process reads", () => {
    const sources = globSync("{gateway,subgraphs/*,scripts}/src/**/*.ts", { cwd: root }).map(read).join("\n");
    const variables = found(readme + running, /`([A-Z]+(?:_[A-Z]+)+)`/g).filter((name) =>
      /^(GATEWAY|MAILLON)_/.test(name),
    );
    expect(variables.length).toBeGreaterThan(5);
    expect(variables.filter((name) => !sources.includes(name))).toEqual([]);
  });

  test("names every variable that a process reads, but those that end in a subgraph's name by their beginning", () => {
    const configs = ["gateway", "subgraphs/_kit", "subgraphs/compliance"].map((folder) =>
      read(`${folder}/src/config.ts`),
    );
    // The key of a schema, or the first word of an entry in a table of settings.
    const variables = found(configs.join("\n"), /(?<=^ {2}|\[\s*")([A-Z]+(?:_[A-Z]+)*)(?=: |",)/gm);
    expect(variables.length).toBeGreaterThan(25);
    const begun = new Set(["DATABASE_URL", "PORT"]);
    expect(variables.filter((name) => !begun.has(name) && !running.includes(`\`${name}\``))).toEqual([]);
  });

  test("shows an entry of the issuers file that the gateway accepts", () => {
    const [entry = ""] = found(running, /```json\n([\s\S]*?)```/g);
    expect(issuerFile.safeParse([JSON.parse(entry)]).success).toBe(true);
  });
});

describe("the README", () => {
  test("shows viewers that the demo chain has", () => {
    const keysOf = (file: string) =>
      read(`scripts/demo/${file}`)
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { key: string }).key);
    const viewers = found(readme, /^\| `([a-z]+\/[a-z]+)`/gm).map((viewer) => viewer.split("/"));
    expect(viewers).toHaveLength(9);
    const companies = keysOf("companies.ndjson");
    const consumers = keysOf("customers.ndjson");
    for (const [company = "", role = ""] of viewers) {
      expect(company === "consumer" ? consumers : companies).toContain(
        company === "consumer" ? role : company,
      );
    }
  });
});

import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const source = resolve(import.meta.dirname, "../../gateway/src");

/** The stages in the order of a request, which is the order of their names. */
const stages = globSync("*/", { cwd: source })
  .map((folder) => folder.replace(/\/$/, ""))
  .filter((folder) => folder !== "testing")
  .toSorted();

interface Arrow {
  readonly from: string;
  readonly to: string;
  /** The files of the later stage that are used; types alone may be named of any. */
  readonly files: readonly string[];
  readonly reason: string;
}

/** A stage uses what earlier ones have made. What it uses of later ones stands here, with the reason. */
const upward: readonly Arrow[] = [
  {
    from: "accept",
    to: "authenticate",
    files: [],
    reason: "is given the later stages as functions, and names their types",
  },
  {
    from: "accept",
    to: "check",
    files: [],
    reason: "is given the later stages as functions, and names their types",
  },
  {
    from: "accept",
    to: "plan",
    files: [],
    reason: "serves what the plan stage knows of the schema, and names its type",
  },
  {
    from: "filter",
    to: "plan",
    files: ["selection/field-set.ts", "supergraph/join-directives.ts", "supergraph/subgraph-names.ts"],
    reason: "reads declarations out of the supergraph as the planner does",
  },
  ...stages
    .filter((stage) => stage !== "telemetry")
    .map((from) => ({ from, to: "telemetry", files: [], reason: "is given the log and the metrics" })),
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly target: string;
  readonly typesOnly: boolean;
}

const imports = globSync(`{${stages.join()}}/**/*.ts`, { cwd: source })
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap(importsOf)
  .filter(({ to }) => stages.includes(to));

const importsUpward = imports.filter(({ from, to }) => from < to);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), "utf8");
  const found = text.matchAll(/^(?:import|export)\b(?<names>[^"'()=]*?)\bfrom\s+"(?<path>\.[^"]+)"/gm);
  return [...found].map(({ groups: { names = "", path = "" } = {} }) => {
    const target = relative(source, resolve(source, dirname(file), path));
    const [from = "", to = ""] = [file, target].map((each) => each.split("/")[0]);
    return { from, to, file, target: target.slice(to.length + 1), typesOnly: namesTypesOnly(names) };
  });
}

/** `import type { A }`, and `import { type A, type B }`. */
function namesTypesOnly(names: string): boolean {
  const each = names
    .replaceAll(/[{}]/g, "")
    .split(",")
    .map((name) => name.trim());
  return (
    names.trimStart().startsWith("type ") || each.filter(Boolean).every((name) => name.startsWith("type "))
  );
}

describe("the stages of the gateway", () => {
  test("are named in the order of a request", () => {
    expect(stages).toEqual([
      "accept",
      "authenticate",
      "check",
      "filter",
      "plan",
      "query",
      "redact",
      "respond",
      "telemetry",
    ]);
  });

  test("use later ones only where that is stated with its reason", () => {
    const unstated = importsUpward.filter(({ from, to, target, typesOnly }) => {
      const arrow = upward.find((each) => each.from === from && each.to === to);
      return arrow === undefined || !(typesOnly || arrow.files.includes(target));
    });
    expect(unstated).toEqual([]);
  });

  test.each(upward.flatMap(({ files, ...arrow }) => files.map((file) => ({ ...arrow, file }))))(
    "$from still uses $to/$file",
    ({ from, to, file }) => {
      const users = importsUpward.filter((each) => each.from === from && each.to === to);
      expect(users.filter(({ target, typesOnly }) => target === file && !typesOnly)).not.toEqual([]);
    },
  );

  test("ask for plans and answers without knowing who sees what: the engine is handed a guard", () => {
    const engine = imports.filter(({ file }) => /^(plan|query|respond\/engine)\//.test(file));
    expect(engine.length).toBeGreaterThan(100);
    expect(engine.filter(({ to }) => to === "redact")).toEqual([]);
  });
});

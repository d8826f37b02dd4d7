import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { DATA_CLASS_MEANINGS } from "../data-class.ts";
import { FLOW_RULES } from "../flow/finding.ts";
import { FACT_NAMES, FACTS } from "./fact.ts";
import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK, VISIBILITY_SPECIFICATION } from "./specification.ts";

const page = readFileSync(new URL("../../spec/visibility-v1.0.md", import.meta.url), "utf8");

/** The rows of the page's table under a heading, without the marks around a name. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  return rows.map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));
}

describe("the page of the visibility specification", () => {
  it("has the facts of @parties, and no others", () => {
    const facts = rowsUnder("@parties").map(([, name, kind, means]) => [name, kind, means]);
    expect(facts).toEqual(FACT_NAMES.map((name) => [name, FACTS[name].kind, FACTS[name].means]));
  });

  it("has the data classes, and no others", () => {
    const classes = rowsUnder("@visible").map(([, name, covers]) => [name, covers]);
    expect(classes).toEqual(Object.entries(DATA_CLASS_MEANINGS));
  });

  it("has the rules of the information-flow check, and no others", () => {
    expect(rowsUnder("Rules").map(([, name]) => name)).toEqual([...FLOW_RULES]);
  });

  it("shows the link that contracts are given", () => {
    expect(page).toContain(VISIBILITY_LINK.trim());
  });
});

describe("the definitions of the directives", () => {
  it("define the specification's directives, each repeatable and signed with `by`", () => {
    const schema = buildSchema(`${VISIBILITY_DEFINITIONS} type Query { a: Int }`);
    const found = VISIBILITY_SPECIFICATION.directives.map((name) => schema.getDirective(name));
    expect(found.map((each) => each?.isRepeatable)).toEqual([true, true, true]);
    expect(found.map((each) => each?.args.at(-1)?.name)).toEqual(["by", "by", "by"]);
  });
});

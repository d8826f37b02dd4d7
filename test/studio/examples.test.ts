import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { readSupergraph } from "@maillon/gateway";
import { parse, validate } from "graphql";

const folder = resolve(import.meta.dirname, "../../gateway/studio/src/collection/examples");
const path = createRequire(import.meta.url).resolve("@maillon/schema/supergraph.graphql");
const { apiSchema } = readSupergraph(readFileSync(path, "utf8"));
const examples = globSync("*.graphql", { cwd: folder }).toSorted();

describe("the studio's examples", () => {
  test("are there", () => {
    expect(examples).toHaveLength(6);
  });

  test.each(examples)("fit the chain's schema: %s", (name) => {
    const document = parse(readFileSync(resolve(folder, basename(name)), "utf8"));
    expect(validate(apiSchema, document)).toEqual([]);
  });
});

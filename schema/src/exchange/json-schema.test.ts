import { readFileSync } from "node:fs";
import { FILES } from "./field.ts";
import { jsonSchemaOf } from "./json-schema.ts";

const folder = new URL("../../exchange/", import.meta.url);

describe("the published JSON Schema", () => {
  it.each(FILES)("of %s.ndjson is the one that imports check against (npm run compose writes it)", (file) => {
    const published: unknown = JSON.parse(readFileSync(new URL(`${file}.schema.json`, folder), "utf8"));
    expect(published).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(file))));
  });
});

import { Failures } from "../query/answer/failures.ts";
import { jsonText } from "../query/answer/json-text.ts";
import { type FieldWriter, objectWriter } from "./object-writer.ts";
import { Writing } from "./writing.ts";

/** The writer of objects of which these leaves are selected, at a place of its own. */
function writerOf(path: string, ...names: string[]) {
  const fields = names.map((name, index): FieldWriter<undefined> => ({
    name,
    key: name,
    start: `${index > 0 ? "," : ""}"${name}":`,
    path: [path, name],
    nonNull: false,
    write: jsonText,
    constant: undefined,
  }));
  return objectWriter<undefined>({ fields, path: [path], redact: undefined, leaves: true });
}

function openWriting(recurring: readonly object[], failures = new Failures()) {
  return new Writing({ context: undefined, variables: {}, failures, recurring: new Set(recurring) });
}

describe("an object that stands in several places", () => {
  it("reads at each place as it is selected there", () => {
    const seller = { id: "1", name: "Integra" };
    const [whole, named] = [writerOf("seller", "id", "name"), writerOf("buyer", "name")];
    const writing = openWriting([seller]);
    const texts = [whole, named, whole, named].map((write) => write(seller, writing));
    expect(texts.slice(0, 2)).toEqual(['{"id":"1","name":"Integra"}', '{"name":"Integra"}']);
    expect(texts.slice(2)).toEqual(texts.slice(0, 2));
  });

  it("tells of a value that it lost at each place that selects it", () => {
    const seller = { id: "1", name: null };
    const failures = new Failures();
    failures.add(seller, "name", { code: "UPSTREAM_ERROR", subgraph: "compliance", detail: "" });
    const writing = openWriting([seller], failures);
    for (const place of ["seller", "buyer", "carrier"]) writerOf(place, "id", "name")(seller, writing);
    expect(writing.errors.map(({ path }) => path)).toEqual([
      ["seller", "name"],
      ["buyer", "name"],
      ["carrier", "name"],
    ]);
  });

  it("is written once for each selection", () => {
    let written = 0;
    const seller = {
      get name() {
        written += 1;
        return "Integra";
      },
    };
    const write = writerOf("seller", "name");
    const writing = openWriting([seller]);
    for (let place = 0; place < 3; place += 1) expect(write(seller, writing)).toBe('{"name":"Integra"}');
    expect(written).toBe(1);
  });
});

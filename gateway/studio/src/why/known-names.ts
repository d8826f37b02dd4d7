import type { GraphQLSchema } from "graphql";
import { ask } from "../gateway/ask.ts";
import { isList, isObject, type Json } from "../gateway/json.ts";
import { hasRootField } from "./root-field.ts";

/** How the names of one kind of object are looked up. */
interface Naming {
  /** What the ids of the kind begin with. */
  readonly prefix: string;
  readonly field: string;
  readonly selection: string;
  /** How the object is called, next to its id. */
  readonly call: (object: Json | undefined, id: string) => string | undefined;
}

const NAMINGS: readonly Naming[] = [
  { prefix: "org_", field: "organization", selection: "{ name }", call: nameIn },
  {
    prefix: "agr_",
    field: "agreement",
    selection: "{ parties { organization { name } } }",
    call: (agreement, id) => {
      const parties = isObject(agreement) ? agreement["parties"] : undefined;
      if (!isList(parties)) return undefined;
      const names = parties.flatMap((each) => (isObject(each) && nameIn(each["organization"])) || []);
      return `${names.join(" – ")} (${id})`;
    },
  },
];

/** A finding in which ids are followed or replaced by names; an id that the viewer may not look up stays as it is. */
export async function withNames(finding: Json, schema: GraphQLSchema, token: string): Promise<Json> {
  const wanted = [...new Set(textsIn(finding))].flatMap((id) => {
    const naming = NAMINGS.find(({ prefix, field }) => id.startsWith(prefix) && hasRootField(schema, field));
    return naming ? [{ id, naming }] : [];
  });
  if (wanted.length === 0) return finding;
  const fields = wanted.map(
    ({ naming }, index) => `n${index}: ${naming.field}(id: $n${index}) ${naming.selection}`,
  );
  const declared = wanted.map((_, index) => `$n${index}: ID!`);
  const { body } = await ask(
    {
      query: `query (${declared.join(", ")}) { ${fields.join(" ")} }`,
      variables: Object.fromEntries(wanted.map(({ id }, index) => [`n${index}`, id])),
    },
    { token },
  );
  const found = isObject(body.data) ? body.data : {};
  const names = new Map(
    wanted.map(({ id, naming }, index) => [id, naming.call(found[`n${index}`], id) ?? id]),
  );
  return renamed(finding, names);
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

function renamed(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value === "string") return names.get(value) ?? value;
  if (isList(value)) return value.map((item) => renamed(item, names));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, names)]));
}

function nameIn(company: Json | undefined): string | undefined {
  const name = isObject(company) ? company["name"] : undefined;
  return typeof name === "string" ? name : undefined;
}

import type { GraphQLSchema } from "graphql";
import { ask } from "../gateway/ask.ts";
import { isList, isObject, type Json } from "../gateway/json.ts";
import { hasRootField } from "./root-field.ts";

/** A finding with the names of companies in place of their ids; an id that the viewer may not look up stays. */
export async function withCompanyNames(finding: Json, schema: GraphQLSchema, token: string): Promise<Json> {
  const ids = [...new Set(companiesIn(finding))];
  if (ids.length === 0 || !hasRootField(schema, "organization")) return finding;
  const fields = ids.map((_, index) => `c${index}: organization(id: $c${index}) { name }`);
  const declared = ids.map((_, index) => `$c${index}: ID!`);
  const { body } = await ask(
    {
      query: `query (${declared.join(", ")}) { ${fields.join(" ")} }`,
      variables: Object.fromEntries(ids.map((id, index) => [`c${index}`, id])),
    },
    { token },
  );
  const names = new Map(ids.map((id, index) => [id, nameIn(body.data, `c${index}`) ?? id]));
  return renamed(finding, names);
}

function companiesIn(value: Json): readonly string[] {
  if (typeof value === "string") return value.startsWith("org_") ? [value] : [];
  if (isList(value)) return value.flatMap(companiesIn);
  return isObject(value) ? Object.values(value).flatMap(companiesIn) : [];
}

function renamed(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value === "string") return names.get(value) ?? value;
  if (isList(value)) return value.map((item) => renamed(item, names));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, names)]));
}

function nameIn(data: Json | undefined, key: string): string | undefined {
  const company = isObject(data) ? data[key] : undefined;
  const name = isObject(company) ? company["name"] : undefined;
  return typeof name === "string" ? name : undefined;
}

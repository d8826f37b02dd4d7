import type { z } from "zod";
import { FILES, type ExchangeFile } from "./field.ts";
import { jsonSchemaOf } from "./json-schema.ts";

/** One place in a record that names a record of another file. */
export interface Reference {
  readonly path: string;
  readonly file: ExchangeFile;
  readonly key: string;
}

type Node = z.core.JSONSchema.JSONSchema | boolean | undefined;

const schemas: ReadonlyMap<ExchangeFile, Node> = new Map(FILES.map((file) => [file, jsonSchemaOf(file)]));

/** Every reference that a record of a file holds. */
export function referencesOf(file: ExchangeFile, record: unknown): Reference[] {
  return [...walk(schemas.get(file), record, "")];
}

function* walk(schema: Node, value: unknown, path: string): Generator<Reference> {
  if (typeof schema !== "object") return;
  const file = FILES.find((each) => each === schema["references"]);
  if (file && typeof value === "string") yield { path, file, key: value };
  for (const each of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) yield* walk(each, value, path);
  if (Array.isArray(value)) yield* walkItems(schema, value, path);
  else if (typeof value === "object" && value !== null) yield* walkProperties(schema, value, path);
}

function* walkItems(
  schema: z.core.JSONSchema.JSONSchema,
  items: readonly unknown[],
  path: string,
): Generator<Reference> {
  if (Array.isArray(schema.items)) return;
  for (const [place, item] of items.entries()) yield* walk(schema.items, item, `${path}[${place}]`);
}

function* walkProperties(
  schema: z.core.JSONSchema.JSONSchema,
  value: object,
  path: string,
): Generator<Reference> {
  for (const [name, item] of Object.entries(value)) {
    yield* walk(schema.properties?.[name], item, path === "" ? name : `${path}.${name}`);
  }
}

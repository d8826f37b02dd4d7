/** What introspection does not tell of the schema: who answers, and what protects. */
export interface SchemaFacts {
  readonly subgraphs: readonly { readonly name: string; readonly operator?: string }[];
  readonly types: Readonly<Record<string, TypeFacts>>;
}

/** One type. */
export interface TypeFacts {
  /** Whether companies refer to its objects by key. */
  readonly entity: boolean;
  readonly fields: Readonly<Record<string, FieldFacts>>;
}

/** One field. */
export interface FieldFacts {
  /** The subgraphs that answer it. */
  readonly subgraphs: readonly string[];
  /** Its data classes; empty when it is public. */
  readonly classes: readonly string[];
}

/** `GET /studio/schema`, as a viewer; nothing where the gateway does not tell. */
export async function loadSchemaFacts(token: string): Promise<SchemaFacts> {
  const response = await fetch("/studio/schema", { headers: { authorization: `Bearer ${token}` } });
  return response.ok ? ((await response.json()) as SchemaFacts) : { subgraphs: [], types: {} };
}

/** The facts of `Type.field`. */
export function fieldFacts({ types }: SchemaFacts, coordinate: string): FieldFacts | undefined {
  const [type = "", field = ""] = coordinate.split(".");
  return types[type]?.fields[field];
}

import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
  isObjectType,
} from "graphql";
import { ask } from "./ask.ts";
import { loadSchemaFacts, type SchemaFacts } from "./schema-facts.ts";

/** The schema as one viewer may know it. */
export interface ViewerSchema {
  readonly schema: GraphQLSchema;
  readonly facts: SchemaFacts;
}

/** Words for a data class, in the reader's language. */
export type DescribeClass = (dataClass: string) => string;

/** Asks for the schema as a viewer. Throws in words when the viewer may not know it. */
export async function loadViewerSchema(token: string, describe: DescribeClass): Promise<ViewerSchema> {
  const [{ body }, facts] = await Promise.all([
    ask({ query: getIntrospectionQuery() }, { token }),
    loadSchemaFacts(token),
  ]);
  if (!body.data) throw new Error(body.errors?.[0]?.message ?? "The gateway told no schema.");
  const schema = buildClientSchema(body.data as unknown as IntrospectionQuery);
  describeProtection(schema, facts, describe);
  return { schema, facts };
}

/** Writes into each protected field's description what protects it: documentation and completion then show it. */
function describeProtection(schema: GraphQLSchema, { types }: SchemaFacts, describe: DescribeClass): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const classes = types[type.name]?.fields[field.name]?.classes ?? [];
      const told = classes.map((name) => `**${name}** — ${describe(name)}`);
      field.description = [field.description, ...told].filter(Boolean).join("\n\n");
    }
  }
}

import { buildSchema, type GraphQLSchema, isObjectType } from "graphql";
import { loadSchemaFacts, type SchemaFacts } from "./schema-facts.ts";

/** The schema as one viewer may know it. */
export interface ViewerSchema {
  readonly schema: GraphQLSchema;
  readonly facts: SchemaFacts;
}

/** Asks for the schema as a viewer. Throws in words when the viewer may not know it. */
export async function loadViewerSchema(token: string): Promise<ViewerSchema> {
  const facts = await loadSchemaFacts(token);
  // The gateway has checked it: checking it again costs every visitor time.
  const schema = buildSchema(facts.sdl, { assumeValid: true });
  describeProtection(schema, facts);
  return { schema, facts };
}

/**
 * Writes into each protected field's description what protects it: documentation and completion then show it. A
 * field's own class stands there already, those of its type and of the type that holds it do not.
 */
function describeProtection(schema: GraphQLSchema, { types, classes }: SchemaFacts): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const names = types[type.name]?.fields[field.name]?.classes ?? [];
      const [about = "", ...more] = (field.description ?? "").split("\n\n");
      const told = names
        .filter((name) => !field.description?.includes(`${name}: `))
        .map((name) => `${name}: ${classes[name] ?? ""}`);
      // Lists of fields show the first paragraph alone.
      const marks = names.map((name) => `**${name}**`);
      field.description = [[about, ...marks].join(" "), ...more, ...told].join("\n\n");
    }
  }
}

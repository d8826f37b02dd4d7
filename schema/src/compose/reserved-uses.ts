import { type DocumentNode, Kind, type NameNode, visit } from "graphql";
import { RESERVED_NAMES } from "../reserved-names.ts";

/** The names in a contract that the gateway keeps for itself. */
export function reservedUses(document: DocumentNode): NameNode[] {
  const found: NameNode[] = [];
  const queries = new Set(["Query"]);
  visit(document, {
    OperationTypeDefinition: ({ operation, type }) => {
      if (operation === "query") queries.add(type.name.value);
    },
  });
  const [types, fields] = [new Set<string>(RESERVED_NAMES.types), new Set<string>(RESERVED_NAMES.queries)];
  for (const definition of document.definitions) {
    if (!("name" in definition) || !definition.name) continue;
    if (types.has(definition.name.value)) found.push(definition.name);
    const isObject =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
    if (!isObject || !queries.has(definition.name.value)) continue;
    found.push(...(definition.fields ?? []).map(({ name }) => name).filter(({ value }) => fields.has(value)));
  }
  visit(document, {
    Name: (node) => {
      if (node.value.startsWith(RESERVED_NAMES.prefix)) found.push(node);
    },
  });
  return found;
}

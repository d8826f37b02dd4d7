import { type DocumentNode, type FieldDefinitionNode, Kind } from "graphql";
import {
  type FieldedTypeNode,
  directivesNamed,
  literalOf,
  namedTypeOf,
  typesByName,
} from "../plan/supergraph/join-directives.ts";
import { subgraphNames } from "../plan/supergraph/subgraph-names.ts";
import type { VisibilityRules } from "./visibility-rules.ts";

/**
 * Which objects can be told facts by another one around them: an order's lines name it by its key, and what
 * it says of itself in the same answer need not be said again for each of them.
 */
export interface FactReferences {
  /** The type of the objects that a field names, if their key is enough for the facts behind it. */
  readonly named: (type: string, field: string) => string | undefined;
  /** Whether what lies under a field can come in no other answer than the facts of the object around it. */
  readonly enclosed: (type: string, field: string) => boolean;
}

/** Reads the references of a supergraph's types. */
export function factReferences(document: DocumentNode, rules: VisibilityRules): FactReferences {
  const schema = new JoinedSchema(document);
  const known = new Map<string, string | undefined>();
  return {
    enclosed(type, field) {
      const definition = schema.field(type, field);
      const inner = definition && schema.types.get(namedTypeOf(definition.type));
      if (!definition || !inner || inner.kind !== Kind.OBJECT_TYPE_DEFINITION) return false;
      return !schema.isEntity(inner) && !schema.isComputed(definition);
    },
    named(type, field) {
      const coordinate = `${type}.${field}`;
      if (!known.has(coordinate)) known.set(coordinate, namedBy(schema, rules, { type, field }));
      return known.get(coordinate);
    },
  };
}

/** One company must answer for both types: nobody else's word counts for what its objects refer to. */
function namedBy(
  schema: JoinedSchema,
  rules: VisibilityRules,
  { type, field }: { readonly type: string; readonly field: string },
): string | undefined {
  const definition = schema.field(type, field);
  if (!definition || definition.type.kind === Kind.LIST_TYPE) return undefined;
  const name = namedTypeOf(definition.type);
  const [own, other] = [rules.get(type), rules.get(name)];
  const facts = factsBehind(field, own?.facts ?? []);
  if (facts.length === 0 || !own?.home || own.home !== other?.home) return undefined;
  const home = own.home;
  const alone = facts.every((fact) => schema.isToldBy(home, name, fact));
  return alone && schema.isKnownById(home, name) ? name : undefined;
}

/** The fields of the objects under a field in which facts are. */
export function factsBehind(field: string, facts: readonly { readonly path: readonly string[] }[]): string[] {
  const found = facts.flatMap(({ path: [first, next] }) =>
    first === field && next !== undefined ? [next] : [],
  );
  return [...new Set(found)];
}

class JoinedSchema {
  readonly types: ReadonlyMap<string, FieldedTypeNode>;
  private readonly names: ReturnType<typeof subgraphNames>;

  constructor(document: DocumentNode) {
    this.types = typesByName(document);
    this.names = subgraphNames(document);
  }

  field(type: string, field: string): FieldDefinitionNode | undefined {
    return this.types.get(type)?.fields?.find(({ name }) => name.value === field);
  }

  isEntity(type: FieldedTypeNode): boolean {
    return directivesNamed(type, "join__type").some((join) => literalOf(join, "key") !== undefined);
  }

  isComputed(field: FieldDefinitionNode): boolean {
    return directivesNamed(field, "join__field").some((join) => literalOf(join, "requires") !== undefined);
  }

  /** Whether a subgraph tells a field of its own accord, and no other one does. */
  isToldBy(subgraph: string, type: string, field: string): boolean {
    const definition = this.field(type, field);
    const node = this.types.get(type);
    if (!definition || !node || this.isComputed(definition)) return false;
    const joined = directivesNamed(definition, "join__field");
    const joins = joined.length > 0 ? joined : directivesNamed(node, "join__type");
    return joins.every((join) => this.nameOf(literalOf(join, "graph")) === subgraph);
  }

  isKnownById(subgraph: string, type: string): boolean {
    const node = this.types.get(type);
    const joins = node?.kind === Kind.OBJECT_TYPE_DEFINITION ? directivesNamed(node, "join__type") : [];
    return joins.some(
      (join) => this.nameOf(literalOf(join, "graph")) === subgraph && literalOf(join, "key") === "id",
    );
  }

  private nameOf(graph: string | undefined): string | undefined {
    return this.names.get(graph ?? "")?.name;
  }
}

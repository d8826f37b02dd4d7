import type { SchemaFacts, TypeFacts } from "../gateway/schema-facts.ts";

/** What one subgraph brings to the schema. */
export interface SubgraphTypes {
  readonly subgraph: string;
  readonly operator: string | undefined;
  /** Those whose home it is first. */
  readonly types: readonly OwnedType[];
}

/** A subgraph's part of a type. */
export interface OwnedType {
  readonly name: string;
  /** Whether nobody answers more of the type. */
  readonly home: boolean;
  readonly fields: readonly OwnedField[];
  /** The other subgraphs that add to the type. */
  readonly shared: readonly string[];
}

/** A field of a subgraph's part. */
export interface OwnedField {
  readonly name: string;
  readonly classes: readonly string[];
}

/** Who brings which types, by subgraph. */
export function typesOf({ subgraphs, types }: SchemaFacts): readonly SubgraphTypes[] {
  const companies = new Set(subgraphs.map(({ name }) => name));
  const parts = Object.entries(types).map(([name, type]) => ({ name, parts: partsOf(type, companies) }));
  return subgraphs.map(({ name: subgraph, operator }) => ({
    subgraph,
    operator,
    types: parts
      .flatMap((each) => partFor(subgraph, each) ?? [])
      .toSorted((one, other) => Number(other.home) - Number(one.home) || one.name.localeCompare(other.name)),
  }));
}

interface PartedType {
  readonly name: string;
  readonly parts: ReadonlyMap<string, readonly OwnedField[]>;
}

function partFor(subgraph: string, { name, parts }: PartedType): OwnedType | undefined {
  const fields = parts.get(subgraph);
  if (!fields) return undefined;
  const largest = Math.max(...[...parts.values()].map(({ length }) => length));
  const shared = [...parts.keys()].filter((each) => each !== subgraph);
  return { name, fields, shared, home: fields.length === largest };
}

/** The fields by who answers them; those that all answer alike, such as keys, are nobody's contribution. */
function partsOf(
  { fields, entity }: TypeFacts,
  companies: ReadonlySet<string>,
): ReadonlyMap<string, readonly OwnedField[]> {
  const parts = new Map<string, OwnedField[]>();
  const everyone = new Set(Object.values(fields).flatMap(({ subgraphs }) => subgraphs)).size;
  for (const [name, { subgraphs, classes }] of Object.entries(fields)) {
    if (entity && everyone > 1 && subgraphs.length === everyone) continue;
    // What the gateway answers itself is no company's part.
    for (const subgraph of subgraphs.filter((each) => companies.has(each))) {
      const part = parts.get(subgraph) ?? [];
      part.push({ name, classes });
      parts.set(subgraph, part);
    }
  }
  return parts;
}

import { classesOn, protectionsOf, selectedFields, type Chain } from "../chain.ts";
import type { ContractField, ContractGraph, ContractType } from "../contract-graph.ts";
import type { Finding } from "../finding.ts";

/** DERIVED: what is computed from protected fields needs their classes, unless their owner declassifies it by name. */
export function derivedFields(chain: Chain): Finding[] {
  return chain.graphs.flatMap((graph) =>
    [...graph.types.values()].flatMap((type) =>
      [...type.fields.values()].flatMap((field) =>
        sourcesOf(graph, type, field).flatMap((source) => onSource(chain, { graph, type, field, source })),
      ),
    ),
  );
}

interface Derivation {
  readonly graph: ContractGraph;
  readonly type: ContractType;
  readonly field: ContractField;
  /** The coordinate that the field is computed from. */
  readonly source: string;
}

function sourcesOf(
  graph: ContractGraph,
  { name }: ContractType,
  { reads, requires }: ContractField,
): string[] {
  const required = requires === undefined ? [] : selectedFields(graph, name, requires);
  return [...new Set([...reads, ...required.map(({ coordinate }) => coordinate)])];
}

function onSource(chain: Chain, { graph, type, field, source }: Derivation): Finding[] {
  if (!exists(chain, source)) {
    const message = `@reads names ${source}, which no contract defines. Name fields as Type.field.`;
    return [{ rule: "DERIVED", subgraph: graph.name, coordinate: field.coordinate, message }];
  }
  const own = new Set(classesOn(type, field));
  return protectionsOf(chain, source).flatMap(({ graph: owner, classes }): Finding[] => {
    const missing = classes.filter((each) => !own.has(each));
    if (missing.length === 0 || declassified(chain, field.coordinate, { source, by: owner.operator }))
      return [];
    return [
      {
        rule: "DERIVED",
        subgraph: graph.name,
        coordinate: field.coordinate,
        message: `It is computed from ${source} and would tell what that says. Add ${missing.join(", ")} to its @visible.`,
        path: [source, field.coordinate],
        classes: missing,
        permit: `a declassification of ${source} for ${field.coordinate} by ${owner.operator}`,
      },
    ];
  });
}

function exists({ graphs }: Chain, coordinate: string): boolean {
  const [type = "", field = ""] = coordinate.split(".");
  return graphs.some((graph) => graph.types.get(type)?.fields.has(field));
}

function declassified(
  { permits }: Chain,
  to: string,
  { source, by }: { source: string; by: string },
): boolean {
  return permits.some(
    (each) => each.kind === "DECLASSIFIED" && each.coordinate === source && each.to === to && each.by === by,
  );
}

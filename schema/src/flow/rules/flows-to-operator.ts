import { protectionsOf, selectedFields, type Chain, type SelectedField } from "../chain.ts";
import type { ContractField, ContractGraph } from "../contract-graph.ts";
import type { Finding, FlowRule } from "../finding.ts";

/** What the gateway would send to a subgraph, and why. */
interface Sent {
  readonly rule: FlowRule;
  /** Where the contract asks for it. */
  readonly coordinate: string;
  readonly field: SelectedField;
  /** How the contract asks for it, for the message. */
  readonly asking: string;
}

/**
 * FLOW_KEY, FLOW_REQUIRES and FLOW_CONTEXT: keys, requirements and context arguments make the gateway send values to
 * a subgraph. They may carry what its operator owns, what is public, and what an agreement names; composition itself
 * lets everything through.
 */
export function flowsToOperators(chain: Chain): Finding[] {
  return chain.graphs.flatMap((graph) => sentTo(graph).flatMap((sent) => findingsOn(chain, graph, sent)));
}

function sentTo(graph: ContractGraph): Sent[] {
  return [...graph.types.values()].flatMap((type) => [
    ...type.keys
      .filter(({ resolvable }) => resolvable)
      .flatMap(({ fields }) =>
        selectedFields(graph, type.name, fields).map((field) => ({
          rule: "FLOW_KEY" as const,
          coordinate: type.name,
          field,
          asking: `@key(fields: "${fields}")`,
        })),
      ),
    ...[...type.fields.values()].flatMap((field) => [
      ...requiredBy(graph, type.name, field),
      ...takenFromContext(graph, field),
    ]),
  ]);
}

function requiredBy(graph: ContractGraph, type: string, { requires, coordinate }: ContractField): Sent[] {
  if (requires === undefined) return [];
  const asking = `@requires(fields: "${requires}")`;
  return selectedFields(graph, type, requires).map((field) => ({
    rule: "FLOW_REQUIRES",
    coordinate,
    field,
    asking,
  }));
}

function takenFromContext(graph: ContractGraph, { contextArguments, coordinate }: ContractField): Sent[] {
  return contextArguments.flatMap(({ name, field: text }) => {
    const [, context = "", fields = ""] = /^\s*\$(\w+)\s*(.*)$/s.exec(text) ?? [];
    const types = [...graph.types.values()].filter(({ contexts }) => contexts.includes(context));
    return types.flatMap((type) =>
      selectedFields(graph, type.name, fields).map((field) => ({
        rule: "FLOW_CONTEXT" as const,
        coordinate: `${coordinate}(${name}:)`,
        field,
        asking: `@fromContext(field: "${text}")`,
      })),
    );
  });
}

function findingsOn(chain: Chain, { name, operator }: ContractGraph, sent: Sent): Finding[] {
  const { rule, coordinate, field, asking } = sent;
  return protectionsOf(chain, field.coordinate)
    .filter(({ graph }) => graph.operator !== operator)
    .filter(({ graph }) => !permitted(chain, field.coordinate, { to: operator, by: graph.operator }))
    .map(({ graph, classes }) => ({
      rule,
      subgraph: name,
      coordinate,
      message:
        `${asking} makes the gateway send ${field.coordinate} of ${graph.operator} to ${operator}. ` +
        `Ask for public fields only, or agree on it with ${graph.operator}.`,
      path: [...field.path, `${name} (${operator})`],
      classes,
      receiver: operator,
      permit: `a field flow of ${field.coordinate} from ${graph.operator} to ${operator}`,
    }));
}

function permitted({ permits }: Chain, coordinate: string, { to, by }: { to: string; by: string }): boolean {
  return permits.some(
    (each) =>
      each.kind === "FIELD_FLOW" && each.coordinate === coordinate && each.to === to && each.by === by,
  );
}

import { FACTS, type FactName } from "../../visibility/fact.ts";
import { classesOn, type Chain } from "../chain.ts";
import type { ContractGraph, ContractType } from "../contract-graph.ts";
import type { Finding } from "../finding.ts";

/**
 * PARTY_HOME: the facts that decide about a field come from the subgraph that has the field, without another request:
 * a fact from somewhere else could be late, missing, or another company's word.
 */
export function partyHomes(chain: Chain): Finding[] {
  return chain.graphs.flatMap((graph) =>
    [...graph.types.values()].flatMap((type) => [
      ...withoutParties(graph, type),
      ...unresolvable(graph, type),
    ]),
  );
}

// What they protect is decided by the viewer alone: there is no object yet.
const ROOTS: ReadonlySet<string> = new Set(["Query", "Mutation", "Subscription"]);

function withoutParties(graph: ContractGraph, type: ContractType): Finding[] {
  const decided = type.keys.length > 0 || !(type.abstract || ROOTS.has(type.name));
  if (type.parties.length > 0 || !decided) return [];
  const classed = [...type.fields.values()].find(
    (field) => !field.external && classesOn(type, field).length > 0,
  );
  if (!classed) return [];
  const what = `${classed.coordinate} is protected, but this contract does not say where ${type.name} has its parties.`;
  return [finding(graph, type.name, `${what} Add @parties to ${type.name} with fields of this subgraph.`)];
}

function unresolvable(graph: ContractGraph, type: ContractType): Finding[] {
  const facts = type.parties.flatMap((each) => [...each.facts]);
  const named = new Set(facts.map(([fact]) => fact));
  const ownerless = type.parties.length > 0 && !named.has("owner");
  const missing = ownerless
    ? [finding(graph, type.name, "@parties names no owner, and without one nobody sees anything. Add owner.")]
    : [];
  return [
    ...missing,
    ...facts.flatMap(([fact, path]) => {
      const problem = problemWith({ graph, type, path }, fact);
      return problem === undefined
        ? []
        : [finding(graph, type.name, `@parties(${fact}: "${path.join(".")}"): ${problem}`)];
    }),
  ];
}

interface Place {
  readonly graph: ContractGraph;
  readonly type: ContractType;
  readonly path: readonly string[];
}

const SCALARS: Readonly<Record<string, string>> = { flag: "Boolean", count: "Int" };

function problemWith({ graph, type, path }: Place, fact: FactName): string | undefined {
  const [name = "", ...rest] = path;
  const field = type.fields.get(name);
  if (!field) return `${type.name} has no field "${name}" in this contract.`;
  if (field.external)
    return `${field.coordinate} is another subgraph's; name a field that this one resolves.`;
  if (
    field.node.arguments?.some(({ type: each, defaultValue }) => each.kind === "NonNullType" && !defaultValue)
  )
    return `${field.coordinate} needs an argument.`;
  const next = graph.types.get(field.returns.name);
  if (rest.length > 0) {
    return next
      ? problemWith({ graph, type: next, path: rest }, fact)
      : `${field.coordinate} has no fields of its own.`;
  }
  const wanted = SCALARS[FACTS[fact].kind];
  if (wanted !== undefined)
    return field.returns.name === wanted ? undefined : `${field.coordinate} is no ${wanted}.`;
  return next && !next.fields.has("id") ? `${next.name} has no id in this contract.` : undefined;
}

function finding({ name }: ContractGraph, coordinate: string, message: string): Finding {
  return { rule: "PARTY_HOME", subgraph: name, coordinate, message };
}

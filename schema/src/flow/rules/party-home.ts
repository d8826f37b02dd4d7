import { FACTS, type FactName } from "../../visibility/fact.ts";
import { classesOn, type Chain } from "../chain.ts";
import type { ContractGraph, ContractType } from "../contract-graph.ts";
import type { Finding } from "../finding.ts";

/**
 * PARTY_HOME: the facts that decide about a field come from the subgraph that has the field, without another
 * request: a fact from somewhere else could be late, missing, or another company's word. So they come from
 * one company alone: where two disagree about a type, the gateway shows nobody anything of it.
 */
export function partyHomes(chain: Chain): Finding[] {
  return chain.graphs.flatMap((graph) =>
    [...graph.types.values()].flatMap((type) => [
      ...withoutParties(chain, graph, type),
      ...unresolvable(graph, type),
      ...declaredElsewhere(chain, graph, type),
    ]),
  );
}

// What they protect is decided by the viewer alone: there is no object yet.
const ROOTS: ReadonlySet<string> = new Set(["Query", "Mutation", "Subscription"]);

function withoutParties(chain: Chain, graph: ContractGraph, type: ContractType): Finding[] {
  const isRoot = ROOTS.has(type.name);
  const whole = type.classes.some((each) => each !== "PUBLIC");
  if (isRoot && whole)
    return [
      finding(graph, type.name, "A class on it closes all companies' fields. Put it on your own fields."),
    ];
  const decided = type.keys.length > 0 || !(type.abstract || isRoot);
  if (type.parties.length > 0 || !decided) return [];
  const classed = [...type.fields.values()].find(
    (field) => !field.external && classesOn(type, field).length > 0,
  );
  if (!classed && !whole) return [];
  const what = `${classed?.coordinate ?? type.name} is protected, but this contract does not say where ${type.name} has its parties.`;
  const [home] = othersWithParties(chain, graph, type);
  const mend = home
    ? `${home.operator} does: protect a type of your own instead.`
    : `Add @parties to ${type.name} with fields of this subgraph.`;
  return [finding(graph, type.name, `${what} ${mend}`)];
}

/** Who published fields of the type first keeps its parties; without that history, of several none does. */
function declaredElsewhere(chain: Chain, graph: ContractGraph, type: ContractType): Finding[] {
  const [other] = othersWithParties(chain, graph, type);
  if (type.parties.length === 0 || !other) return [];
  const published = [...chain.owners].filter(([coordinate]) => coordinate.startsWith(`${type.name}.`));
  if (published.some(([, name]) => name === graph.name)) return [];
  const message = `${other.operator} says already where ${type.name} has its parties. Put what is yours on a type of your own.`;
  return [finding(graph, type.name, message)];
}

function othersWithParties({ graphs }: Chain, graph: ContractGraph, { name }: ContractType): ContractGraph[] {
  return graphs.filter(
    ({ operator, types }) => operator !== graph.operator && (types.get(name)?.parties.length ?? 0) > 0,
  );
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

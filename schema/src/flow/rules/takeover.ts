import { classesOn, isKeyField, protectionsOf, selectedFields, type Chain } from "../chain.ts";
import type { ContractField, ContractGraph, ContractType } from "../contract-graph.ts";
import type { Finding } from "../finding.ts";

/**
 * TAKEOVER: no company may answer for a protected field or a party field of another one, be it by defining, sharing or
 * providing it, through an interface object, or by declaring its classes; nor override any field of another one.
 * Composition allows all of it.
 */
export function takeovers(chain: Chain): Finding[] {
  return chain.graphs.flatMap((graph) =>
    [...graph.types.values()].flatMap((type) => [
      ...[...type.fields.values()].flatMap((field) => onField(chain, graph, { type, field })),
      ...throughInterface(chain, graph, type),
    ]),
  );
}

interface Place {
  readonly type: ContractType;
  readonly field: ContractField;
}

function onField(chain: Chain, graph: ContractGraph, { type, field }: Place): Finding[] {
  const { coordinate, overrides, provides, external, classes } = field;
  const found: Finding[] = [];
  // A public field, too: whoever answers it receives its arguments, such as all of an order, and can say what he likes.
  const overridden = chain.graphs.find(
    ({ name, operator }) => name === overrides && operator !== graph.operator,
  );
  if (external && classes.length > 0) {
    found.push(finding(graph, coordinate, "declares the classes of a field that is another company's"));
  }
  const owner = ownersOf(chain, coordinate).find(({ operator }) => operator !== graph.operator);
  if (owner && !external && !isOwner(chain, graph, coordinate)) {
    const how = overrides === undefined ? "defines" : "overrides";
    found.push(
      finding(graph, coordinate, `${how} a field of ${owner.operator} that is protected or names a party`),
    );
  } else if (overridden)
    found.push(finding(graph, coordinate, `overrides a field of ${overridden.operator}`));
  if (provides !== undefined) found.push(...provided(chain, graph, { type, field }));
  return found;
}

/** The subgraphs that have a say on a field: they protect it, or a fact of theirs is read from it. */
function ownersOf(chain: Chain, coordinate: string): ContractGraph[] {
  const [typeName = "", fieldName = ""] = coordinate.split(".");
  const naming = chain.graphs.filter((graph) => namesParty(graph.types.get(typeName), fieldName));
  return [...new Set([...protectionsOf(chain, coordinate).map(({ graph }) => graph), ...naming])];
}

function namesParty(type: ContractType | undefined, fieldName: string): boolean {
  const field = type?.fields.get(fieldName);
  // A key names the object itself and is everybody's.
  if (!type || !field || field.external || isKeyField(type, field)) return false;
  return type.parties.some(({ facts }) => [...facts.values()].some(([first]) => first === fieldName));
}

/**
 * The subgraph that published a field first keeps it. Without that history the one that declares it protected is
 * taken for its owner, and when several do, none of them is.
 */
function isOwner(chain: Chain, graph: ContractGraph, coordinate: string): boolean {
  const published = chain.owners.get(coordinate);
  if (published !== undefined) return published === graph.name;
  const [owner, another] = ownersOf(chain, coordinate);
  return owner === graph && another === undefined;
}

function provided(chain: Chain, graph: ContractGraph, { field }: Place): Finding[] {
  return selectedFields(graph, field.returns.name, field.provides ?? "").flatMap(({ coordinate }) =>
    ownersOf(chain, coordinate)
      .filter(({ operator }) => operator !== graph.operator)
      .map(({ operator }) =>
        finding(graph, field.coordinate, `provides ${coordinate} in the place of ${operator}`),
      ),
  );
}

/** An interface object adds its fields to every type that implements the interface, in whatever subgraph. */
function throughInterface(chain: Chain, graph: ContractGraph, type: ContractType): Finding[] {
  if (!type.interfaceObject) return [];
  const others = chain.graphs.filter(({ operator }) => operator !== graph.operator);
  return [...type.fields.values()]
    .filter((field) => !field.external && !isKeyField(type, field))
    .flatMap((field) =>
      others.flatMap((other) =>
        [...other.types.values()]
          .filter(({ interfaces }) => interfaces.includes(type.name))
          .filter((implementer) => protects(implementer, field.node.name.value))
          .map((implementer) => {
            const taken = `${implementer.name}.${field.node.name.value}`;
            return finding(
              graph,
              field.coordinate,
              `reaches ${taken} of ${other.operator} through an interface object`,
            );
          }),
      ),
    );
}

function protects(type: ContractType, fieldName: string): boolean {
  const field = type.fields.get(fieldName);
  return field !== undefined && (classesOn(type, field).length > 0 || namesParty(type, fieldName));
}

function finding({ name, operator }: ContractGraph, coordinate: string, what: string): Finding {
  return {
    rule: "TAKEOVER",
    subgraph: name,
    coordinate,
    message: `${operator} ${what}. Only its owner may; give your own field another name.`,
    receiver: operator,
  };
}

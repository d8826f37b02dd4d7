import { Kind, parse, type SelectionSetNode } from "graphql";
import type { ContractField, ContractGraph, ContractType } from "./contract-graph.ts";
import { readContract, type OperatedContract } from "./read-contract.ts";

/** An agreement by which the owner of a field lets something be done with it. */
export interface FieldPermit {
  /** FIELD_FLOW: `to` may receive it. DECLASSIFIED: a field may be computed from it without its classes. */
  readonly kind: "FIELD_FLOW" | "DECLASSIFIED";
  /** The protected field, such as `Order.total`. */
  readonly coordinate: string;
  /** The company that may receive it, or the field that may be computed from it. */
  readonly to: string;
  /** The company that grants it; it counts only when that company owns the field. */
  readonly by: string;
}

/** What is checked together. */
export interface ChainInput {
  readonly contracts: readonly OperatedContract[];
  readonly permits?: readonly FieldPermit[];
  /** Who owned a field when it was last published: subgraph by coordinate. */
  readonly owners?: ReadonlyMap<string, string>;
}

/** All contracts of a chain, taken apart. */
export interface Chain {
  readonly graphs: readonly ContractGraph[];
  readonly permits: readonly FieldPermit[];
  readonly owners: ReadonlyMap<string, string>;
}

/** One subgraph's word that a field is protected. */
export interface Protection {
  readonly graph: ContractGraph;
  readonly classes: readonly string[];
}

/** A field that a selection of a key, a requirement or a context names. */
export interface SelectedField {
  readonly coordinate: string;
  /** From the type that the selection starts at. */
  readonly path: readonly string[];
}

/** Takes the contracts of a chain apart. */
export function readChain({ contracts, permits = [], owners = new Map() }: ChainInput): Chain {
  return { graphs: contracts.map(readContract), permits, owners };
}

/** Who protects a field, and with which classes. Ids are exempt from the class of their type. */
export function protectionsOf({ graphs }: Chain, coordinate: string): Protection[] {
  const [typeName = "", fieldName = ""] = coordinate.split(".");
  return graphs.flatMap((graph) => {
    const type = graph.types.get(typeName);
    const field = type?.fields.get(fieldName);
    if (!type || !field || field.external) return [];
    const classes = classesOn(type, field);
    return classes.length > 0 ? [{ graph, classes }] : [];
  });
}

/** The classes of a field in one contract, PUBLIC left out; those of its type included unless it is the object's id. */
export function classesOn(type: ContractType, field: ContractField): string[] {
  const inherited = isIdentity(type, field) ? [] : type.classes;
  return [...new Set([...field.classes, ...inherited])].filter((each) => each !== "PUBLIC");
}

/** Whether a field is an opaque id under which the gateway finds the object; it says nothing and is open to all. */
export function isIdentity(type: ContractType, field: ContractField): boolean {
  return field.returns.name === "ID" && isKeyField(type, field);
}

/** Whether a field is part of a key of its type. */
export function isKeyField(type: ContractType, { node }: ContractField): boolean {
  return type.keys.some(({ fields }) =>
    selectionOf(fields).selections.some(
      (each) => each.kind === Kind.FIELD && each.name.value === node.name.value,
    ),
  );
}

/** Every field that a selection names, nested ones included, as the types of a contract have them. */
export function selectedFields(graph: ContractGraph, typeName: string, fields: string): SelectedField[] {
  return walk({ graph, typeName, path: [typeName] }, selectionOf(fields));
}

interface Place {
  readonly graph: ContractGraph;
  readonly typeName: string;
  readonly path: readonly string[];
}

function walk({ graph, typeName, path }: Place, { selections }: SelectionSetNode): SelectedField[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const onType = selection.typeCondition?.name.value ?? typeName;
      return walk({ graph, typeName: onType, path }, selection.selectionSet);
    }
    const name = selection.name.value;
    const here = { coordinate: `${typeName}.${name}`, path: [...path, name] };
    const next = graph.types.get(typeName)?.fields.get(name)?.returns.name;
    if (!selection.selectionSet || next === undefined) return [here];
    return [here, ...walk({ graph, typeName: next, path: here.path }, selection.selectionSet)];
  });
}

function selectionOf(fields: string): SelectionSetNode {
  const text = fields.trim().startsWith("{") ? fields : `{ ${fields} }`;
  const [definition] = parse(text, { noLocation: true }).definitions;
  if (definition?.kind === Kind.OPERATION_DEFINITION) return definition.selectionSet;
  throw new Error(`"${fields}" is no selection of fields.`);
}

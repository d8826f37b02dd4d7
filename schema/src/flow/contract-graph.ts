import type { DocumentNode, FieldDefinitionNode } from "graphql";
import type { PartiesDeclaration } from "../visibility/read-declarations.ts";

/** One company's contract, taken apart. */
export interface ContractGraph {
  /** The subgraph's name. */
  readonly name: string;
  /** The company that operates it. */
  readonly operator: string;
  readonly document: DocumentNode;
  readonly types: ReadonlyMap<string, ContractType>;
}

/** A type as one contract defines or extends it. */
export interface ContractType {
  readonly name: string;
  readonly fields: ReadonlyMap<string, ContractField>;
  readonly interfaces: readonly string[];
  readonly keys: readonly ContractKey[];
  /** Declared on the type itself: the object as a whole is protected. */
  readonly classes: readonly string[];
  readonly parties: readonly PartiesDeclaration[];
  /** An interface: decisions are made by the types that implement it. */
  readonly abstract: boolean;
  readonly interfaceObject: boolean;
  /** The contexts that it sets for `@fromContext`. */
  readonly contexts: readonly string[];
}

/** A key under which the gateway may ask the subgraph for objects. */
export interface ContractKey {
  readonly fields: string;
  /** False: the subgraph only refers to the object and is never asked for it. */
  readonly resolvable: boolean;
}

/** A field as one contract defines it. */
export interface ContractField {
  readonly coordinate: string;
  readonly node: FieldDefinitionNode;
  readonly returns: ReturnedType;
  readonly classes: readonly string[];
  /** Another subgraph's field, named here for a key or a requirement only. */
  readonly external: boolean;
  readonly requires: string | undefined;
  readonly provides: string | undefined;
  /** The subgraph that it takes the field from. */
  readonly overrides: string | undefined;
  readonly reads: readonly string[];
  readonly contextArguments: readonly ContextArgument[];
}

/** What a field returns. */
export interface ReturnedType {
  readonly name: string;
  readonly list: boolean;
  readonly nonNull: boolean;
}

/** An argument that the gateway fills from an object further up. */
export interface ContextArgument {
  readonly name: string;
  /** What it takes, such as `$order { total }`. */
  readonly field: string;
}

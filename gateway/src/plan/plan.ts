import type { SelectionSetNode, VariableDefinitionNode } from "graphql";

/**
 * What has to be asked of whom, and in which order, to answer one operation.
 *
 * This is our own shape, not a planner's: Apollo's planner fills it in production, another one in tests, and
 * the executor knows neither. Fetches are listed so that every one comes after all those it waits for. It is
 * plain data, which can be handed from one process to another.
 */
export interface Plan {
  readonly fetches: readonly Fetch[];
}

/** One selection asked of one subgraph, either from its roots or from entities that are already known. */
export type Fetch = RootFetch | EntityFetch;

interface FetchParts {
  readonly subgraph: string;
  /** What is selected: on the operation's root type, or inside `_entities`. It holds no named fragments. */
  readonly selections: SelectionSetNode;
  /** The client variables that the selections use. */
  readonly variables: readonly VariableDefinitionNode[];
  /** From the root of the answer to the objects that receive the result; lists on the way are walked through. */
  readonly path: readonly PathStep[];
  /** Indexes of the fetches that must have ended before this one starts. */
  readonly after: readonly number[];
  /** Aliases that the planner chose for one subgraph and that are taken back in its answer. */
  readonly renames: readonly Rename[];
}

/** A step of a path: to the value under a key, or only on with objects that have one of some types. */
export type PathStep = string | { readonly types: readonly string[] };

/** Asks the root type of a subgraph. */
export interface RootFetch extends FetchParts {
  readonly kind: "root";
  readonly operation: "query" | "mutation";
}

/** Asks `_entities` of a subgraph. */
export interface EntityFetch extends FetchParts {
  readonly kind: "entities";
  /** What a representation is made of, one per type of object that may be found at the path. */
  readonly representations: readonly RepresentationPlan[];
  /** Types by which the subgraph knows objects of other types: it may have an interface as an object. */
  readonly sentAs: readonly TypeReplacement[];
}

/** Objects whose type is, or implements, `type` are sent with the `__typename` `typename`. */
export interface TypeReplacement {
  readonly type: string;
  readonly typename: string;
}

/** How to make the representation of an object whose type is, or implements, `type`. */
export interface RepresentationPlan {
  readonly type: string;
  readonly fields: readonly RequiredField[];
}

/** One field of a representation. */
export interface RequiredField {
  /** The key under which the value lies in the answer gathered so far. */
  readonly key: string;
  /** The field's name in the subgraph that receives it. */
  readonly name: string;
  /** For objects: what to send of them, by the type they have. */
  readonly of?: readonly RequiredFields[];
}

/** The fields to send of an object, if its type is, or implements, each of `types`. */
export interface RequiredFields {
  readonly types: readonly string[];
  readonly fields: readonly RequiredField[];
}

/** Take the value at the end of `path` back to the key `to`. Steps that start with `... on ` test the type. */
export interface Rename {
  readonly path: readonly string[];
  readonly to: string;
}

/**
 * The planner behind a seam: from an operation in canonical form to a plan. It may work elsewhere, and let each asker
 * have its share of it.
 */
export type Planner = (operation: PlannableOperation, asker?: string) => Plan | Promise<Plan>;

/** An operation that holds no named fragments, no `@skip` and `@include`, and no alias that a client chose. */
export interface PlannableOperation {
  readonly operation: "query" | "mutation";
  readonly variables: readonly VariableDefinitionNode[];
  readonly selections: SelectionSetNode;
}

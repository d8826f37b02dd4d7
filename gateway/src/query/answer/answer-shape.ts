import type { FactLoan } from "./fact-loans.ts";
import type { LeafCheck } from "./leaf-check.ts";

/** What one selection set allows an answer to hold. */
export interface AnswerShape {
  /** The fields for an object that calls itself `typename`; undefined when an object of that type cannot be here. */
  readonly fieldsFor: (typename: unknown) => ShapeFields | undefined;
  /** Whether equal objects may become one (see `entities/entity-places.ts`). */
  readonly entities: boolean;
  /** What objects of a type lend to those that lie at a path below them, and so have this shape. */
  readonly loansFrom: (lender: string, path: readonly string[]) => readonly FactLoan[];
}

/** The fields that an object of one type may hold. */
export interface ShapeFields {
  readonly fields: readonly ShapeField[];
  readonly keys: readonly string[];
  /** Whether none of them holds an object or a list. */
  readonly leaves: boolean;
  /** Whether objects must be written anew because a field changes its key. */
  readonly renamed: boolean;
  readonly loans: readonly FactLoan[];
}

/** One field of an answer: where it lies, where it goes, and what it may be. */
export interface ShapeField {
  readonly key: string;
  readonly to: string;
  /** The name of the value's type, without lists. */
  readonly type: string;
  /** How many lists are around the value. */
  readonly lists: number;
  readonly content: { readonly leaf: LeafCheck } | { readonly object: AnswerShape };
  /** Whether plain objects inherit something under this name, so that reading the key alone would find it. */
  readonly inherited: boolean;
}

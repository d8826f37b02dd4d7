import type { OperationChoice } from "../plan/operation/choose-operation.ts";
import type { FactsBehind } from "./answer/fact-loans.ts";
import type { GatheredObject } from "./answer/gathered.ts";
import type { OpenUnder } from "./entities/place-tree.ts";

/**
 * Where visibility comes in, and costs nothing while it does not. Operations are filtered before they are planned; all other
 * questions are put to data that is gathered but not written yet, and none leads to a walk of its own.
 */
export interface Guard<Context> {
  /** All of a viewer that compiled operations depend on (`viewer-profile.ts`); viewers with equal profiles share them. */
  readonly profileOf: (context: Context) => string;
  /** The operation as it is planned and written for viewers of a profile. */
  readonly filter: (choice: OperationChoice, profile: string) => OperationChoice;
  /**
   * The facts that decisions on objects of a type need of the object under a field, which may be asked for no more than its
   * key: when that names an object around them, in the answer of one subgraph, its facts are theirs.
   */
  readonly factsBehind: FactsBehind;
  /**
   * Asked once per operation for each runtime type whose objects it writes. Undefined means that all viewers of the profile
   * may read all of these fields on every object; what may be written of an object is asked once, when its turn has come.
   */
  readonly redactionFor: (question: RedactionQuestion) => Redact<Context> | undefined;
  /** Under which keys of an object something lies that may be sent on; asked on the way to the entities of a fetch. */
  readonly follows: (object: GatheredObject, context: Context) => OpenUnder | undefined;
  /** Whether an entity may be sent on to a subgraph; a refused one is never represented. */
  readonly admits: (object: GatheredObject, subgraph: string, context: Context) => boolean;
}

/** What an operation writes of the objects of one type. */
export interface RedactionQuestion {
  readonly type: string;
  /** The fields' names in the order of the answer; one that has several response keys comes several times. */
  readonly fields: readonly string[];
  readonly profile: string;
}

/** Finds what must not be written of one object. */
export type Redact<Context> = (object: GatheredObject, context: Context) => Redaction<Context>;

/** What must not be written of an object. Objects with equal facts share one, so that it is worked out once. */
export interface Redaction<Context> {
  /** A refused object leaves its list, or a null where it would stand. */
  readonly object: Refusal<Context> | undefined;
  /** One entry for each field that was asked about, undefined if it may be written; no list if all of them may. */
  readonly fields: readonly (Refusal<Context> | undefined)[] | undefined;
}

/** Why something is kept back. */
export interface Refusal<Context> {
  /** Tells the client, if it may be told; `path` makes the client's path to what is kept back. */
  readonly tell: (context: Context, path: () => readonly (string | number)[]) => void;
  /** Where the facts are that it turned on: if one of them did not come, nobody knows whether it is right. */
  readonly turnsOn: readonly (readonly string[])[];
}

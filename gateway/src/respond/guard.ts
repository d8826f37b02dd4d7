import type { OperationChoice } from "../plan/choose-operation.ts";
import type { GatheredObject } from "../query/gathered.ts";

/**
 * Where visibility comes in, and costs nothing while it does not. Operations are filtered before they are planned; all other
 * questions are put to data that is gathered but not written yet, and none leads to a walk of its own.
 */
export interface Guard<Context> {
  /** All of a request that the filtered operation depends on; viewers with equal profiles share compiled operations. */
  readonly profileOf: (context: Context) => string;
  /** The operation as it is planned and written for viewers of a profile. */
  readonly filter: (choice: OperationChoice, profile: string) => OperationChoice;
  /**
   * Asked once per operation for each field that objects of a runtime type may show. Undefined means that the field
   * may always be written; a decision is taken for each object when its field is about to be written.
   */
  readonly decisionFor: (type: string, field: string) => FieldDecision<Context> | undefined;
  /** Asked once per operation and runtime type: a refused object leaves its list, or a null where it would stand. */
  readonly objectDecisionFor: (type: string) => FieldDecision<Context> | undefined;
  /** Whether what lies under a key of an object may be sent on; asked on the way to the entities of a fetch. */
  readonly follows: (object: GatheredObject, key: string, context: Context) => boolean;
  /** Whether an entity may be sent on to a subgraph; a refused one is never represented. */
  readonly admits: (object: GatheredObject, subgraph: string, context: Context) => boolean;
}

/** Whether one object, or one of its fields, may be written; `path` makes the client's path to it, for explanations. */
export type FieldDecision<Context> = (
  object: GatheredObject,
  context: Context,
  path: () => readonly (string | number)[],
) => boolean;

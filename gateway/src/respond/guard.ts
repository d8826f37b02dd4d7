import type { GatheredObject } from "../query/gathered.ts";

/**
 * Where visibility comes in, and costs nothing while it does not. Both questions are put to data that is gathered but
 * not written yet; neither leads to a walk of its own.
 */
export interface Guard<Context> {
  /**
   * Asked once per operation for each field that objects of a runtime type may show. Undefined means that the field
   * may always be written; a decision is taken for each object when its field is about to be written.
   */
  readonly decisionFor: (type: string, field: string) => FieldDecision<Context> | undefined;
  /** Whether an entity may be sent on to a subgraph; a refused one is never represented. */
  readonly admits: (object: GatheredObject, subgraph: string, context: Context) => boolean;
}

/** Whether one object's field may be written; `path` makes the client's path to it, for explanations. */
export type FieldDecision<Context> = (
  object: GatheredObject,
  context: Context,
  path: () => readonly (string | number)[],
) => boolean;

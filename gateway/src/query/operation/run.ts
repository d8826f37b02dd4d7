import type { EqualObjects } from "../entities/equal-objects.ts";
import type { Failure, Failures } from "../answer/failures.ts";
import type { GatheredObject } from "../answer/gathered.ts";
import type { FoundEntities } from "../entities/plan-places.ts";
import type { Follows } from "../entities/place-tree.ts";

/** One execution of a compiled operation: everything that belongs to a single request. */
export interface Run {
  /** The answer while it is gathered. */
  readonly root: GatheredObject;
  /** The client's variables, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly failures: Failures;
  readonly equals: EqualObjects;
  readonly entities: FoundEntities;
  /** Sends a request to a subgraph; rejects with an UpstreamError. */
  readonly send: Send;
  /** Whether an entity may be sent on to a subgraph; without it all may. */
  readonly admits?: ((object: GatheredObject, subgraph: string) => boolean) | undefined;
  /** Whether what lies under a key may be sent on; without it everything may. */
  readonly follows?: Follows | undefined;
}

/** Sends one request body to one subgraph and resolves with the decoded JSON, which belongs to the caller alone. */
export type Send = (request: OutgoingRequest) => Promise<unknown>;

/** What is sent to a subgraph. */
export interface OutgoingRequest {
  readonly subgraph: string;
  /** Mutations are never sent twice. */
  readonly operation: "query" | "mutation";
  /** The JSON text of a GraphQL request. */
  readonly body: string;
  /** How many entities it asks about, if it does. */
  readonly entities?: number;
}

/** A subgraph that gave no usable answer. */
export class UpstreamError extends Error {
  override readonly name = "UpstreamError";
  readonly code: Failure["code"];

  constructor(code: Failure["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

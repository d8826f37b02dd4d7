import type { OutcomeCode } from "@maillon/schema";

/** What a subgraph did wrong, as the gateway's operator may read it; of this, clients only see the code. */
export interface Failure {
  readonly code: FailureCode;
  readonly subgraph: string;
  /** For logs only: it may quote the partner. */
  readonly detail: string;
  /** The argument that the subgraph refused, as it named it; not yet checked for what a client may read. */
  readonly argument?: string;
}

/** What clients may read about a subgraph that did not answer well. */
export type FailureCode =
  | OutcomeCode
  /** It could not be reached, or answered with a server error. */
  | "UPSTREAM_UNAVAILABLE"
  /** It did not answer within the time that the operation had left. */
  | "UPSTREAM_TIMEOUT"
  /** It answered something that is not what was asked for. */
  | "UPSTREAM_INVALID"
  /** It answered with an error of its own. */
  | "UPSTREAM_ERROR";

/**
 * Which failure made which place of the gathered answer null: (object, key) or (list, index). The writer of
 * the answer asks it only when it meets a null, and so gives every error the client's own path without one
 * being kept meanwhile.
 */
export class Failures {
  private readonly places = new Map<object, Map<string | number, Failure>>();
  /** Every failure once, for the log. */
  readonly all = new Set<Failure>();
  /** Failures that no place of the answer shows. */
  readonly unplaced = new Set<Failure>();

  get none(): boolean {
    return this.places.size === 0;
  }

  add(container: object, key: string | number, failure: Failure): void {
    this.all.add(failure);
    const known = this.places.get(container);
    if (known) known.set(key, known.get(key) ?? failure);
    else this.places.set(container, new Map([[key, failure]]));
  }

  /** Notes a failure for which there is no place. */
  addUnplaced(failure: Failure): void {
    this.all.add(failure);
    this.unplaced.add(failure);
  }

  at(container: object, key: string | number): Failure | undefined {
    return this.places.get(container)?.get(key);
  }

  /** Some failure of an object, whatever its key. */
  of(container: object): Failure | undefined {
    return this.places.get(container)?.values().next().value;
  }

  /** What keeps a value from lying at a path below another one; lists on the way are walked through. */
  below(from: unknown, path: readonly string[]): Failure | undefined {
    if (this.none || typeof from !== "object" || from === null) return undefined;
    if (Array.isArray(from)) {
      const found = from.map((each: unknown, index) => this.at(from, index) ?? this.below(each, path));
      return found.find((each) => each !== undefined);
    }
    const [key, ...rest] = path;
    if (key === undefined) return undefined;
    return this.at(from, key) ?? this.below(Reflect.get(from, key), rest);
  }

  /** Lets the failures of one object count for another one that takes over its values. */
  inherit(to: object, from: object): void {
    for (const [key, failure] of this.places.get(from) ?? []) this.add(to, key, failure);
  }
}

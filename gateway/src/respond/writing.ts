import type { Failure, Failures } from "../query/answer/failures.ts";
import type { ClientError } from "./client-error.ts";
import type { Refusal } from "../query/guard.ts";

/** A path as it is known when the writer is compiled: response keys, and for each list the slot of its index. */
export type AnswerPath = readonly (string | number)[];

/** The client's path: each slot replaced by the index that is being written. */
export function pathAt(path: AnswerPath, indexes: readonly number[]): (string | number)[] {
  return path.map((step) => (typeof step === "number" ? (indexes[step] ?? 0) : step));
}

/** A null that has been met. */
export interface MetNull {
  readonly container: object;
  readonly key: string | number;
  readonly path: AnswerPath;
  readonly nonNull: boolean;
}

/** The state of writing one answer. */
export class Writing<Context> {
  readonly context: Context;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The index that is being written, for each list around the current place. */
  readonly indexes: number[] = [];
  readonly errors: ClientError[] = [];
  private readonly failures: Failures;
  private readonly recurring: ReadonlySet<object>;
  private readonly texts = new Map<object, Map<object, string>>();
  private readonly reported = new Map<Failure, Set<AnswerPath>>();

  constructor(options: {
    readonly context: Context;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly failures: Failures;
    /** Objects that lie at several places of the answer. */
    readonly recurring: ReadonlySet<object>;
  }) {
    this.context = options.context;
    this.variables = options.variables;
    this.failures = options.failures;
    this.recurring = options.recurring;
  }

  /**
   * The text of an object of which `fields` are written: what `write` makes of it at the first place, and the
   * same at all others. Its text must not depend on the place.
   */
  once(object: object, fields: object, write: () => string | undefined): string | undefined {
    if (!this.recurring.has(object)) return write();
    let known = this.texts.get(fields);
    if (!known) this.texts.set(fields, (known = new Map()));
    const text = known.get(object) ?? write();
    if (text !== undefined) known.set(object, text);
    return text;
  }

  /** Adds the error that made a value null, if it was an error. */
  explainNull({ container, key, path, nonNull }: MetNull): void {
    const failure = this.failures.at(container, key);
    if (failure) this.report(failure, path);
    else if (nonNull) this.report(absent, path);
  }

  /**
   * Adds the error that kept a fact from coming on which a refusal turned, if one did: who would be shown it, had its
   * company answered, must not take it for something that is not there.
   */
  explainUndecided(
    object: object,
    { turnsOn }: Pick<Refusal<Context>, "turnsOn">,
    path: AnswerPath,
  ): boolean {
    if (this.failures.none) return false;
    const failure = turnsOn
      .map((each) => this.failures.below(object, each))
      .find((each) => each !== undefined);
    if (failure) this.report(failure, path);
    return failure !== undefined;
  }

  /** Adds the error for a value that the schema does not allow in its place. */
  refuse(path: AnswerPath): undefined {
    this.report(notAllowed, path);
  }

  /** One failed fetch may null a thousand places: each selected field tells of it once. */
  private report(failure: Failure, path: AnswerPath): void {
    const told = this.reported.get(failure) ?? new Set();
    if (told.has(path)) return;
    this.reported.set(failure, told.add(path));
    this.errors.push({ failure, path: pathAt(path, this.indexes) });
  }
}

const absent: Failure = {
  code: "UPSTREAM_INVALID",
  subgraph: "",
  detail: "a field that is never null has no value",
};

const notAllowed: Failure = {
  code: "UPSTREAM_INVALID",
  subgraph: "",
  detail: "a value is not one that the schema shows",
};

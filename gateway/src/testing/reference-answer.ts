import type { DataClass, Viewer } from "@maillon/schema";
import { type DecisionSources, type ObjectDecisions, createDecider, explain } from "@maillon/schema/policy";
import { type RawFacts, readFacts } from "@maillon/schema/visibility";
import {
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  executeSync,
  parse,
} from "graphql";

/** What a reference answer is made of: data that nobody has reduced, and who sees what of it. */
export interface ReferenceOptions {
  readonly schema: GraphQLSchema;
  readonly data: object;
  readonly sources: DecisionSources;
  readonly viewer: Viewer;
  /** The facts of an object, as whoever owns it states them. */
  readonly factsOf: (object: object) => RawFacts;
  /** The classes of types (`Order`) and fields (`Order.total`); what is not listed needs none. */
  readonly classes: Readonly<Record<string, readonly DataClass[]>>;
}

/** The answer to a query, and for each reason that may be told how many places it made null. */
export interface ReferenceAnswer {
  readonly data: ExecutionResult["data"];
  readonly refusals: Readonly<Record<string, number>>;
}

/**
 * Answers in the plainest way there is: GraphQL's reference implementation asks about every field of every
 * object anew, of a decider that remembers nothing, with all facts in hand. What the engine writes must be
 * the same.
 */
export function referenceAnswer(query: string, options: ReferenceOptions): ReferenceAnswer {
  const refusals: Record<string, number> = {};
  const { schema, data, classes } = options;
  const refuses = (object: object, coordinate: string) => {
    const needed = classes[coordinate];
    if (!needed) return false;
    const { visible, reason } = decide(object, { coordinate, needed, options });
    if (reason !== undefined) refusals[reason] = (refusals[reason] ?? 0) + 1;
    return !visible;
  };
  const refusesObject = (value: unknown) => isTyped(value) && refuses(value, value.__typename);
  const resolve: GraphQLFieldResolver<Record<string, unknown>, unknown> = (object, ...given) => {
    const { parentType, fieldName } = given[2];
    if (refuses(object, `${parentType.name}.${fieldName}`)) return null;
    const value = object[fieldName];
    if (Array.isArray(value)) return value.filter((each) => !refusesObject(each));
    return refusesObject(value) ? null : value;
  };
  const { data: answer } = executeSync({
    schema,
    document: parse(query),
    rootValue: data,
    fieldResolver: resolve,
    typeResolver: (value) => (isTyped(value) ? value.__typename : undefined),
  });
  return { data: answer, refusals };
}

interface Deciding {
  readonly coordinate: string;
  readonly needed: readonly DataClass[];
  readonly options: ReferenceOptions;
}

function decide(object: object, { coordinate, needed, options }: Deciding) {
  const { sources, viewer, factsOf } = options;
  const decisions: ObjectDecisions = createDecider(sources, viewer).on(readFacts(factsOf(object)));
  const { visible } = decisions.ofAll(needed);
  const { effect, rule, agreement } = explain({ decisions }, coordinate, needed);
  return { visible, reason: effect === "DENIED" ? [coordinate, rule, agreement].join(" ") : undefined };
}

function isTyped(value: unknown): value is { readonly __typename: string } {
  return typeof value === "object" && value !== null && "__typename" in value;
}

import type { AnswerBody } from "../gateway/ask.ts";
import { isList, isObject, type Json, type JsonObject } from "../gateway/json.ts";
import { type AnswerPath, patternOf } from "./answer-path.ts";

/** One kind of refusal in an answer, as `extensions.visibility` tells it. */
export interface Refusal {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly classes: readonly string[];
  readonly effect: string;
  readonly reason: string;
  /** How many values of this field were refused. */
  readonly count: number;
  /** Some of the places. */
  readonly paths: readonly AnswerPath[];
  /** All else that was told: rule, agreement, clause, what is missing. */
  readonly more: JsonObject;
}

/** The refusals of an answer; none when the gateway explains nothing. */
export function refusalsOf({ extensions }: AnswerBody): readonly Refusal[] {
  const told = extensions?.["visibility"];
  return isList(told) ? told.filter(isObject).map(readRefusal) : [];
}

/** Finds the refusal behind a null of an answer. */
export type FindRefusal = (path: AnswerPath) => Refusal | undefined;

/**
 * Where the gateway told only some of the places, a null is matched by its field too: `coordinates` tells which field
 * stands where. Where it told them all, a null elsewhere has another cause, or none that this viewer may know of.
 */
export function createFindRefusal(
  refusals: readonly Refusal[],
  coordinates: ReadonlyMap<string, string>,
): FindRefusal {
  const byPath = new Map(refusals.flatMap((each) => each.paths.map((path) => [path, each] as const)));
  const sampled = refusals.filter(({ count, paths }) => count > paths.length);
  const byPattern = new Map(
    sampled.flatMap((each) => each.paths.map((path) => [patternOf(path), each] as const)),
  );
  const byCoordinate = new Map(sampled.map((each) => [each.coordinate, each]));
  return (path) => {
    const pattern = patternOf(path);
    return byPath.get(path) ?? byPattern.get(pattern) ?? byCoordinate.get(coordinates.get(pattern) ?? "");
  };
}

function readRefusal(told: JsonObject): Refusal {
  const { coordinate, class: dataClass, effect, reason, count, paths, ...more } = told;
  return {
    coordinate: textOf(coordinate),
    classes: isList(dataClass) ? dataClass.map(textOf) : [textOf(dataClass)].filter(Boolean),
    effect: textOf(effect),
    reason: textOf(reason),
    count: typeof count === "number" ? count : 0,
    paths: isList(paths) ? paths.map(readPath) : [],
    more,
  };
}

/** A path as GraphQL writes it in errors, or as text. */
function readPath(path: Json): AnswerPath {
  return isList(path) ? path.join("/") : textOf(path).replaceAll(".", "/");
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

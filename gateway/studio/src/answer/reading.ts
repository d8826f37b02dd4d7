import { useMemo } from "react";
import type { Answer } from "../gateway/ask.ts";
import { fieldFacts } from "../gateway/schema-facts.ts";
import { type SchemaState, useStudio } from "../studio-store.ts";
import { type AnswerPath, patternOf } from "./answer-path.ts";
import { coordinatesOf } from "./coordinates.ts";
import { createFindRefusal, type FindRefusal, type Refusal, refusalsOf } from "./refusal.ts";

/** What the panels know of an answer besides its values. */
export interface Reading {
  readonly refusals: readonly Refusal[];
  readonly findRefusal: FindRefusal;
  /** `Type.field` by the path without list indices. */
  readonly coordinates: ReadonlyMap<string, string>;
}

/** Reads an answer with the schema of the current viewer. */
export function useReading(answer: Answer | undefined): Reading {
  const state = useStudio(({ schema }) => schema);
  const schema = state.state === "loaded" ? state.schema : undefined;
  return useMemo(() => {
    const coordinates = schema && answer ? coordinatesOf(schema, answer.question) : new Map<string, string>();
    const refusals = answer ? refusalsOf(answer.body) : [];
    return { refusals, coordinates, findRefusal: createFindRefusal(refusals, coordinates) };
  }, [schema, answer]);
}

/** The data classes of all fields from one place down to another: what stands below a protected field is protected. */
export function classesBetween(
  { field, path }: { readonly field: AnswerPath; readonly path: AnswerPath },
  reading: Reading,
  schema: SchemaState,
): readonly string[] {
  const [above, keys] = [field.split("/"), path.split("/")];
  const places = keys
    .slice(above.length - 1)
    .map((_, index) => keys.slice(0, above.length + index).join("/"));
  return [...new Set(places.flatMap((place) => classesAt(place, reading, schema)))];
}

/** The data classes of the field at a place; none for a public one. */
export function classesAt(
  path: AnswerPath,
  { coordinates }: Reading,
  schema: SchemaState,
): readonly string[] {
  const coordinate = coordinates.get(patternOf(path));
  if (schema.state !== "loaded" || coordinate === undefined) return [];
  return fieldFacts(schema.facts, coordinate)?.classes ?? [];
}

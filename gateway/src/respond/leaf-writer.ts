import { type GraphQLLeafType, isEnumType } from "graphql";
import { jsonText } from "../query/answer/json-text.ts";
import type { AnswerPath, Writing } from "./writing.ts";

/** Writes a leaf value, whose JSON type was checked when it arrived; undefined when clients may not see it. */
export type LeafWriter = (value: unknown, writing: Pick<Writing<never>, "refuse">) => string | undefined;

/** The writer for a leaf type. */
export function leafWriterFor(
  type: GraphQLLeafType,
  { path, nonNull }: { readonly path: AnswerPath; readonly nonNull: boolean },
): LeafWriter {
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
    // A value that is inaccessible in the API reads like no value at all.
    return (value, writing) => texts.get(value) ?? (nonNull ? writing.refuse(path) : undefined);
  }
  if (type.name === "ID") return (value) => jsonText(String(value));
  return jsonText;
}

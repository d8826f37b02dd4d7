import { isList, isObject, type Json } from "../gateway/json.ts";
import { type AnswerPath, parentOf } from "./answer-path.ts";

/** The value at a place; undefined when nothing stands there. */
export function valueAt(data: Json | undefined, path: AnswerPath): Json | undefined {
  return path.split("/").reduce<Json | undefined>(memberOf, data);
}

/** An object of an answer, and the field of it below which a value stands. */
export interface Subject {
  readonly id: string;
  /** Path of the field: a price's amount stands below the price of the product that has the id. */
  readonly field: AnswerPath;
}

/** The nearest object around a value that was selected with its id: decisions are about fields of such objects. */
export function subjectAt(data: Json | undefined, path: AnswerPath): Subject | undefined {
  const place = parentOf(path);
  if (place === "") return undefined;
  const object = valueAt(data, place);
  if (isObject(object) && typeof object["id"] === "string") return { id: object["id"], field: path };
  return subjectAt(data, place);
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (isList(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
}

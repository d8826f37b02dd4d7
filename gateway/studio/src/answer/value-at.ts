import { isList, isObject, type Json } from "../gateway/json.ts";
import { type AnswerPath, parentOf } from "./answer-path.ts";

/** The value at a place; undefined when nothing stands there. */
export function valueAt(data: Json | undefined, path: AnswerPath): Json | undefined {
  return path.split("/").reduce<Json | undefined>(memberOf, data);
}

/** The id of the nearest object around a value, when it was selected with its id. */
export function objectIdAt(data: Json | undefined, path: AnswerPath): string | undefined {
  const place = parentOf(path);
  if (place === "") return undefined;
  const object = valueAt(data, place);
  if (isObject(object) && typeof object["id"] === "string") return object["id"];
  return isList(object) ? objectIdAt(data, place) : undefined;
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (isList(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
}

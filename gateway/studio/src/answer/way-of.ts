import type { AnswerBody } from "../gateway/ask.ts";
import { isList, isObject, type Json, type JsonObject } from "../gateway/json.ts";

/** One request that the gateway sent to a subgraph. */
export interface WayCall {
  readonly subgraph: string;
  /** Milliseconds since the operation began. */
  readonly start: number;
  /** Milliseconds. */
  readonly duration: number;
  /** Characters of the answer. */
  readonly size: number;
  /** `ok`, or the code of the failure. */
  readonly outcome: string;
  /** The operation that the company was asked. */
  readonly operation: string;
  /** How many objects were named to it, by type. */
  readonly keys: Readonly<Record<string, number>>;
}

/** The way of an answer, as `extensions.way` tells it; undefined when the gateway does not. */
export function wayOf({ extensions }: AnswerBody): readonly WayCall[] | undefined {
  const way = extensions?.["way"];
  return isList(way) ? way.filter(isObject).map(readCall) : undefined;
}

function readCall(call: JsonObject): WayCall {
  const keys = isObject(call["keys"]) ? Object.entries(call["keys"]) : [];
  return {
    subgraph: textOf(call["subgraph"]),
    start: numberOf(call["start"]),
    duration: numberOf(call["duration"]),
    size: numberOf(call["size"]),
    outcome: textOf(call["outcome"]),
    operation: textOf(call["operation"]),
    keys: Object.fromEntries(keys.map(([type, count]) => [type, numberOf(count)])),
  };
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

function numberOf(value: Json | undefined): number {
  return typeof value === "number" ? value : 0;
}

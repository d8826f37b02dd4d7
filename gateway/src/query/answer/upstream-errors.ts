import { isOutcomeCode } from "@maillon/schema";
import type { Failure, Failures } from "./failures.ts";
import { isObject } from "./gathered.ts";
import { UpstreamError } from "../operation/run.ts";

/** How many errors of one answer are looked at; a partner could send millions. */
const MAXIMUM_ERRORS = 1000;
/** How much of a partner's message is kept for the log, in characters. */
const MAXIMUM_DETAIL = 300;

/** The data of an answer, and the errors that came with it. */
export interface ReadAnswer {
  readonly data: unknown;
  /** The first error; it stands for the whole answer when there is no data. */
  readonly first: Failure | undefined;
}

/** Reads a decoded answer and notes each of its errors at the null that it explains. */
export function readAnswer(answer: unknown, subgraph: string, failures: Failures): ReadAnswer {
  const data = isObject(answer) && Object.hasOwn(answer, "data") ? answer["data"] : undefined;
  const errors = isObject(answer) && Array.isArray(answer["errors"]) ? answer["errors"] : [];
  let first: Failure | undefined;
  for (const error of errors.slice(0, MAXIMUM_ERRORS)) {
    const failure = readError(error, subgraph);
    first ??= failure;
    if (data !== undefined && data !== null) place(failure, data, { path: pathOf(error), failures });
  }
  return { data, first };
}

function readError(error: unknown, subgraph: string): Failure {
  const message = isObject(error) && typeof error["message"] === "string" ? error["message"] : "no message";
  const { code, argument } = isObject(error) && isObject(error["extensions"]) ? error["extensions"] : {};
  return {
    code: isOutcomeCode(code) ? code : "UPSTREAM_ERROR",
    subgraph,
    detail: message.slice(0, MAXIMUM_DETAIL),
    ...(typeof argument === "string" && { argument }),
  };
}

function pathOf(error: unknown): readonly unknown[] {
  return isObject(error) && Array.isArray(error["path"]) ? error["path"] : [];
}

/** A null above the error's own place counts too: the error made the subgraph null everything up to there. */
function place(
  failure: Failure,
  data: unknown,
  { path, failures }: { readonly path: readonly unknown[]; readonly failures: Failures },
): void {
  let container: unknown = data;
  for (const step of path) {
    if (typeof container !== "object" || container === null) break;
    if (typeof step !== "string" && typeof step !== "number") break;
    const inside: unknown = Object.hasOwn(container, step) ? Reflect.get(container, step) : undefined;
    if (inside === null || inside === undefined) {
      failures.add(container, step, failure);
      return;
    }
    container = inside;
  }
  failures.addUnplaced(failure);
}

/** Makes failures for an answer that is not what was asked for. */
export function invalidAnswer(subgraph: string): (detail: string) => Failure {
  return (detail) => ({ code: "UPSTREAM_INVALID", subgraph, detail });
}

/** The failure that an exception stands for. */
export function failureOf(error: unknown, subgraph: string): Failure {
  if (error instanceof UpstreamError) return { code: error.code, subgraph, detail: error.message };
  throw error;
}

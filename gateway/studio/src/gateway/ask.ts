import type { Json, JsonObject } from "./json.ts";
import { reach } from "./reach.ts";

/** What is asked. */
export interface Question {
  readonly query: string;
  readonly variables?: JsonObject | undefined;
  readonly operationName?: string | undefined;
}

/** Who asks, and what goes along. */
export interface Asking {
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The gateway's answer, and what it took to get it. */
export interface Answer {
  readonly question: Question;
  readonly body: AnswerBody;
  /** HTTP status; undefined when there was no answer at all. */
  readonly status: number | undefined;
  /** Milliseconds from asking until the last byte. */
  readonly duration: number;
  /** Size of the body, decoded, in bytes. */
  readonly size: number;
  /** What the operator finds in the logs. */
  readonly requestId: string | undefined;
  /** After how many seconds the gateway wants to be asked again, if it says so. */
  readonly retryAfter: number | undefined;
}

/** A GraphQL answer. */
export interface AnswerBody {
  readonly data?: Json;
  readonly errors?: readonly AnswerError[];
  readonly extensions?: JsonObject;
}

/** A GraphQL error. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: JsonObject;
}

/** Asks the gateway that served this page. Throws only Unreachable. */
export async function ask(question: Question, { token, headers }: Asking): Promise<Answer> {
  const startedAt = performance.now();
  const response = await reach("/graphql", {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(question),
  });
  const text = await response.text();
  return {
    question,
    body: readBody(text, response.status),
    status: response.status,
    duration: performance.now() - startedAt,
    size: new Blob([text]).size,
    requestId: response.headers.get("x-request-id") ?? undefined,
    retryAfter: Number(response.headers.get("retry-after")) || undefined,
  };
}

function readBody(text: string, status: number): AnswerBody {
  try {
    return JSON.parse(text) as AnswerBody;
  } catch {
    return { errors: [{ message: `The gateway answered ${status} with something that is not JSON.` }] };
  }
}

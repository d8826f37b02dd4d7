import { type Answer, ask, type Question } from "../gateway/ask.ts";
import type { Viewer } from "../viewer/viewer.ts";

/** A viewer's answer, or why there is none. */
export type Asked =
  | { readonly viewer: Viewer; readonly answer: Answer }
  | { readonly viewer: Viewer; readonly fault: string };

/** Asks a question as one viewer; `unreachable` says in words that the gateway gave no answer at all. */
export async function askAs(viewer: Viewer, question: Question, unreachable: string): Promise<Asked> {
  try {
    return { viewer, answer: await ask(question, { token: viewer.token }) };
  } catch {
    return { viewer, fault: unreachable };
  }
}

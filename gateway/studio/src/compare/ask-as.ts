import { type Answer, ask, type Question } from "../gateway/ask.ts";
import { Unreachable } from "../gateway/reach.ts";
import type { Viewer } from "../viewer/viewer.ts";

/** A viewer's answer, or why there is none. */
export type Asked =
  | { readonly viewer: Viewer; readonly answer: Answer }
  | { readonly viewer: Viewer; readonly fault: string };

/** Asks a question as one viewer. */
export async function askAs(viewer: Viewer, question: Question): Promise<Asked> {
  try {
    return { viewer, answer: await ask(question, { token: viewer.token }) };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return { viewer, fault: error.message };
  }
}

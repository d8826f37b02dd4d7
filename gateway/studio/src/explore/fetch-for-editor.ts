import type { Fetcher } from "@graphiql/toolkit";
import { ask } from "../gateway/ask.ts";
import type { JsonObject } from "../gateway/json.ts";
import { Unreachable } from "../gateway/reach.ts";
import { useStudio } from "../studio-store.ts";
import { TEXTS } from "../text/texts.ts";
import { asksOnly } from "./asks-only.ts";

/** Asks the gateway to tell how it got the answer, if the viewer may know. */
const TELL_THE_WAY = { "x-maillon-way": "1" };

/** What is known of an answer that never came. */
const NO_ANSWER = { status: undefined, duration: 0, size: 0, requestId: undefined, retryAfter: undefined };

/** How the editor asks: as the current viewer, and so that every panel can look at the answer. */
export const fetchForEditor: Fetcher = async (asked, options) => {
  const { query, variables, operationName } = asked;
  const { viewers, viewerId, language, setAnswer, clearAnswer } = useStudio.getState();
  const viewer = viewers.find(({ id }) => id === viewerId);
  if (!viewer) return { errors: [{ message: TEXTS[language].chooseViewer }] };
  const question = {
    query,
    variables: variables as JsonObject | undefined,
    operationName: operationName ?? undefined,
  };
  clearAnswer();
  const { turn } = useStudio.getState();
  try {
    const answer = await ask(question, { token: viewer.token, headers: ownHeaders(options?.headers) });
    // Who asks may have been changed meanwhile, and the reader waits for this one's answer. What may have changed
    // something is never asked again: its answer is shown as that of whoever asked.
    const now = useStudio.getState();
    const changesNothing = asksOnly(query, question.operationName);
    const overtaken = now.turn !== turn && changesNothing;
    if (!overtaken && now.viewerId !== viewer.id && changesNothing) return fetchForEditor(asked, options);
    if (!overtaken) setAnswer(answer, viewer.id);
    return { ...answer.body };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    const body = { errors: [{ message: error.message }] };
    setAnswer({ ...NO_ANSWER, question, body }, viewer.id);
    return body;
  }
};

/** What the reader typed into the headers; whoever asks is chosen elsewhere. */
function ownHeaders(headers: unknown): Record<string, string> {
  if (typeof headers !== "object" || headers === null) return TELL_THE_WAY;
  const entries = Object.entries(headers).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && entry[0].toLowerCase() !== "authorization",
  );
  return { ...TELL_THE_WAY, ...Object.fromEntries(entries) };
}

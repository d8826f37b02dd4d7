import { preferredLanguage } from "../text/language.ts";
import { TEXTS } from "../text/texts.ts";

/** There was no answer at all; the message says so in the reader's words, not in the browser's. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** `fetch` from the gateway; throws Unreachable. */
export async function reach(path: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    throw new Unreachable(TEXTS[preferredLanguage()].unreachable, { cause: error });
  }
}

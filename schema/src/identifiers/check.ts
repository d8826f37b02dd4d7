/** The outcome of checking one text from outside: its value, or what is wrong with it in words for the sender. */
export type Check =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: string };

/** A text that passed its check. */
export function accepted(value: string): Check {
  return { ok: true, value };
}

/** A text that failed its check; the reason never repeats the text, which may be personal. */
export function refused(reason: string): Check {
  return { ok: false, reason };
}

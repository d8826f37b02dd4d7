import { english } from "./english.ts";
import { french } from "./french.ts";
import type { Language } from "./language.ts";

/** Every word that the studio says, by key. */
export type Text = typeof english;

/** The words by language. */
export const TEXTS: Readonly<Record<Language, Text>> = { en: english, fr: french };

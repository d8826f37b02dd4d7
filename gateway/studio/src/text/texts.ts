import { type Text, english } from "./english.ts";
import { french } from "./french.ts";
import type { Language } from "./language.ts";

/** The words by language. */
export const TEXTS: Readonly<Record<Language, Text>> = { en: english, fr: french };

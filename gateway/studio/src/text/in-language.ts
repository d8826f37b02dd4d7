import { FRENCH_SENTENCES } from "./french-sentences.ts";
import type { Language } from "./language.ts";

/**
 * A sentence of the gateway in the reader's language. The gateway speaks English, for what a rule says must be written
 * once; a sentence that has no translation yet stays as it is.
 */
export function inLanguage(sentence: string, language: Language): string {
  return language === "fr" ? (FRENCH_SENTENCES[sentence] ?? sentence) : sentence;
}

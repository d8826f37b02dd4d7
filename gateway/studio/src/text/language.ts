/** The languages that the studio speaks. */
export const LANGUAGES = ["en", "fr"] as const;

export type Language = (typeof LANGUAGES)[number];

const KEY = "maillon.language";

/** The language chosen before, or else the browser's. */
export function preferredLanguage(): Language {
  const wanted = localStorage.getItem(KEY) ?? navigator.language;
  return wanted.startsWith("fr") ? "fr" : "en";
}

/** Keeps the choice for the next visit. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}

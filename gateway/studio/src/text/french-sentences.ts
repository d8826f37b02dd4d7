import { FRENCH_FAULTS } from "./french-faults.ts";
import { FRENCH_READERS } from "./french-readers.ts";
import { FRENCH_REASONS } from "./french-reasons.ts";

/** What the gateway says in English, by that very sentence: one that is changed there loses its translation here. */
export const FRENCH_SENTENCES: Readonly<Record<string, string>> = {
  ...FRENCH_READERS,
  ...FRENCH_REASONS,
  ...FRENCH_FAULTS,
};

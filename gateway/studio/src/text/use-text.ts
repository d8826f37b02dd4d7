import { useStudio } from "../studio-store.ts";
import type { Text } from "./english.ts";
import { TEXTS } from "./texts.ts";

/** The words of the current language. */
export function useText(): Text {
  return TEXTS[useStudio((state) => state.language)];
}

import { useStudio } from "../studio-store.ts";
import { TEXTS, type Text } from "./texts.ts";

/** The words of the current language. */
export function useText(): Text {
  return TEXTS[useStudio((state) => state.language)];
}

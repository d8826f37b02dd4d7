import { type ReactNode, useEffect, useRef } from "react";
import { useStudio } from "../studio-store.ts";
import type { Language } from "../text/language.ts";
import { useText } from "../text/use-text.ts";

/**
 * A panel of others. It speaks English, as the descriptions of the schema do, and says so to screen readers; its controls
 * have no names, so that each gets the words beside it.
 */
export function ForeignPanel({ children }: { readonly children: ReactNode }) {
  const { searchSchema } = useText();
  const language = useStudio((state) => state.language);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = place.current;
    if (!root) return undefined;
    const name = () => {
      nameControls(root);
      nameSearch(root, { name: searchSchema, language });
    };
    const observer = new MutationObserver(name);
    observer.observe(root, { childList: true, subtree: true });
    name();
    return () => observer.disconnect();
  }, [searchSchema, language]);
  return (
    <div className="foreign-panel" lang="en" ref={place}>
      {children}
    </div>
  );
}

function nameControls(root: HTMLElement): void {
  // The names of icons are those of functions, which the build has shortened.
  for (const icon of root.querySelectorAll("svg")) icon.setAttribute("aria-hidden", "true");
  for (const control of root.querySelectorAll<HTMLElement>(":is(input, select):not([aria-label])"))
    control.setAttribute("aria-label", wordsBeside(control));
}

interface Named {
  readonly name: string;
  readonly language: Language;
}

/** The one control that the studio can name in the reader's language; its own hint is a key that only focuses it. */
function nameSearch(root: HTMLElement, { name, language }: Named): void {
  const search = root.querySelector<HTMLInputElement>(".graphiql-doc-explorer-search-input input");
  if (!search) return;
  search.placeholder = name;
  search.lang = language;
  search.setAttribute("aria-label", name);
}

/** The text of the nearest element that holds some beside the control itself. */
function wordsBeside(control: HTMLElement): string {
  const own = control.textContent;
  for (let around = control.parentElement; around; around = around.parentElement) {
    const words = around.textContent.replace(own, "").replaceAll(/\s+/g, " ").trim();
    if (words !== "") return words.slice(0, 60);
  }
  return control.tagName.toLowerCase();
}

import { type ReactNode, useEffect, useRef } from "react";

/** The panels of others hold controls without names: each gets the words beside it, for those who do not see them. */
export function NamedControls({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = place.current;
    if (!root) return undefined;
    const observer = new MutationObserver(() => nameControls(root));
    observer.observe(root, { childList: true, subtree: true });
    nameControls(root);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="named-controls" ref={place}>
      {children}
    </div>
  );
}

function nameControls(root: HTMLElement): void {
  for (const control of root.querySelectorAll<HTMLElement>(":is(input, select):not([aria-label])"))
    control.setAttribute("aria-label", wordsBeside(control));
  // Its name is said to be “Set active”, whatever stands on it: speech control finds it by what is seen.
  for (const item of root.querySelectorAll<HTMLElement>(".graphiql-history-item-label"))
    item.setAttribute("aria-label", item.textContent);
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

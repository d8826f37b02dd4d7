import { type ComponentType, lazy } from "react";

/** A part of the page that is fetched when it is first shown: what nobody looks at costs no visitor anything. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}

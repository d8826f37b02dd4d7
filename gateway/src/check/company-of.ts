import type { Viewer } from "@maillon/schema";

/** For whom a viewer uses the gateway up: the company, or the consumer herself. */
export function companyOf(viewer: Viewer): string {
  return viewer.kind === "company" ? viewer.organization : `consumer ${viewer.subject}`;
}

import type { Viewer } from "@maillon/schema";
import type { Config } from "../config.ts";

/** Who may learn how an answer was got: sizes and times of what partners said can tell what it held. */
export type MayKnowWay = (viewer: Viewer) => boolean;

/** Those whom the operator names; the demo's companies are fictional, so there everybody may. */
export function createMayKnowWay({
  demo,
  wayOrganizations,
}: Pick<Config, "demo" | "wayOrganizations">): MayKnowWay {
  return (viewer) => demo || (viewer.kind === "company" && wayOrganizations.includes(viewer.organization));
}

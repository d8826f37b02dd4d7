import { once } from "node:events";
import { join } from "node:path";
import { nodeFlags } from "../node-flags.ts";
import { repositoryRoot } from "../repository-root.ts";
import { type Contender, startContender } from "./contender.ts";

/** What a hostile partner does with every request. */
export type Behaviour =
  | "honest"
  | "never"
  | "drips"
  | "sends 9 MB"
  | "sends a bomb"
  | "hides a bomb"
  | "resets";

/** What the hostile partner publishes. */
export const HOSTILE_SDL = "type Query { hostile(n: Int): String }";

/** A partner whose behaviour can be changed. */
export interface HostileSubgraph {
  readonly process: Contender;
  readonly behave: (behaviour: Behaviour) => Promise<void>;
}

/** Starts the partner in a process of its own. */
export async function startHostilePartner(): Promise<HostileSubgraph> {
  const script = join(repositoryRoot, "scripts/src/bench/serve-hostile.ts");
  const subgraph = await startContender({ name: "hostile", script, nodeFlags });
  return {
    process: subgraph,
    async behave(behaviour) {
      const heard = once(subgraph.process, "message");
      subgraph.process.send(behaviour);
      await heard;
    },
  };
}

import { SUBGRAPHS, type SubgraphName } from "@maillon/schema";
import { createDecider } from "@maillon/schema/policy";
import { createDice } from "./cells/dice.ts";
import { applyFlips, chooseFlips } from "./cells/flips.ts";
import type { SubgraphCall } from "./chain/recording-proxy.ts";
import type { Overheard, Question, SecretChain } from "./chain/secret-chain.ts";

/** What became of secrets that one operator may not receive. */
export interface ReceivedCanaries {
  /** How many were planted in the other companies' databases. */
  readonly planted: number;
  /** How many of them somebody who may read them was shown. */
  readonly shown: number;
  /** Those that the operator's subgraph received, in whatever part of a request. */
  readonly received: readonly string[];
}

/** What a gateway sends; a plant in its place sends more. */
export type Wire = (overheard: Overheard, question: Question) => readonly SubgraphCall[];

interface Listening {
  readonly viewers: readonly string[];
  readonly questions: readonly Question[];
  readonly wire?: Wire;
}

/**
 * Puts a value that is nowhere else into every cell that an operator may not read, has others ask for all of
 * it, and listens at the operator's door.
 */
export async function canariesAt(
  chain: SecretChain,
  subgraph: SubgraphName,
  { viewers, questions, wire = ({ calls }) => calls }: Listening,
): Promise<ReceivedCanaries> {
  const { store } = chain;
  const { world, planted } = await plant(chain, subgraph);
  const shown = new Set<string>();
  const received = new Set<string>();
  await store.write(world);
  for (const name of viewers) {
    const persona = await chain.persona(name);
    for (const question of questions) {
      const overheard = await chain.overhear(persona, question);
      for (const canary of canariesIn(overheard.body, planted)) shown.add(canary);
      const own = wire(overheard, question).filter((call) => call.subgraph === subgraph);
      for (const canary of canariesIn(own.map(wholeText).join("\n"), planted)) received.add(canary);
    }
  }
  await store.write(store.world);
  return { planted: planted.length, shown: shown.size, received: [...received] };
}

/** An operator holds what is stored with it, whoever it is kept from; of the rest, what it may not read is changed. */
async function plant(chain: SecretChain, subgraph: SubgraphName) {
  const { world } = chain.store;
  const { viewer } = await chain.persona(SUBGRAPHS[subgraph].operator);
  const decider = createDecider(await chain.sources(), viewer);
  const flips = chooseFlips(world, decider, createDice(`canaries at ${subgraph}`)).filter(
    ({ row, columns }) => columns !== undefined && !row.startsWith(`${subgraph}.`),
  );
  const known = JSON.stringify([...world.values()]);
  const values = flips.flatMap(({ columns }) => textsIn(columns));
  const planted = [...new Set(values)].filter((each) => each.length > 4 && !known.includes(each));
  return { world: applyFlips(world, flips), planted };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

const canariesIn = (text: string, planted: readonly string[]) =>
  planted.filter((each) => text.includes(each));

/** Every byte of a call, and what those of its parts say that are in base 64. */
export function wholeText({ body, headers }: SubgraphCall): string {
  const text = `${body}\n${JSON.stringify(headers)}`;
  const decoded = [...text.matchAll(/[\w+/-]{12,}/g)].map(([part]) => Buffer.from(part, "base64").toString());
  return [text, ...decoded].join("\n");
}

import { globSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parse } from "graphql";
import { repositoryRoot } from "../repository-root.ts";
import type { SoakChain } from "./soak-chain.ts";

/** How a request was answered: with everything, without what a subgraph that is away would have said, or wrongly. */
export type Outcome = "complete" | "partial" | "failed";

/** Sends the next page of the mix. */
export interface Pages extends Disposable {
  readonly ask: () => Promise<Outcome>;
  /** What was wrong with the first failed answers. */
  readonly complaints: readonly string[];
}

/** The viewers of the mix: each asks every page. */
const VIEWERS = ["fabrica/pricing", "integra/buying", "rivalis/buying", "vega/service", "boulange/buying"];
/** The questions that the studio offers as examples. */
const QUESTIONS = join(repositoryRoot, "gateway/studio/src/collection/examples/*.graphql");
/** What is answered for a subgraph that is away; without compliance, in the end nobody knows what is agreed. */
const AWAY = /^(UPSTREAM_|AGREEMENTS_UNKNOWN$)/;
/** How many complaints are kept. */
const COMPLAINTS = 10;

/** Makes the mix: every page of the demo chain as every viewer, in turns. */
export async function openPages(chain: SoakChain): Promise<Pages> {
  const agent = new Agent({ keepAlive: true });
  const questions = globSync(QUESTIONS).map((file) => readFileSync(file, "utf8"));
  const bodies = questions.filter(isPage).map((query) => JSON.stringify({ query }));
  const tokens = await Promise.all(VIEWERS.map((viewer) => chain.token(viewer)));
  const complaints: string[] = [];
  let asked = 0;
  return {
    complaints,
    async ask() {
      const body = bodies[asked % bodies.length] ?? "";
      const token = tokens[Math.floor(asked / bodies.length) % tokens.length] ?? "";
      asked += 1;
      const answer = await post(`${chain.gatewayUrl}/graphql`, { agent, token, body }).catch(String);
      const outcome = outcomeOf(answer);
      if (outcome === "failed" && complaints.length < COMPLAINTS) complaints.push(answer.slice(0, 300));
      return outcome;
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}

/** Of a document with several operations its reader chooses one, and fills in what it needs. */
function isPage(document: string): boolean {
  return parse(document).definitions.length === 1;
}

interface Post {
  readonly agent: Agent;
  readonly token: string;
  readonly body: string;
}

function post(url: string, { agent, token, body }: Post): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const sent = request(url, { method: "POST", agent, headers });
    sent.on("response", (response) => text(response).then(resolve, reject)).on("error", reject);
    sent.end(body);
  });
}

function outcomeOf(answer: string): Outcome {
  // Whatever is not data followed by nothing, or by extensions, is read in full.
  if (answer.startsWith('{"data":{')) return "complete";
  try {
    const { data, errors } = JSON.parse(answer) as Answer;
    const away = errors?.every(({ extensions }) => AWAY.test(extensions.code));
    return data !== undefined && away ? "partial" : "failed";
  } catch {
    return "failed";
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

import {
  type GraphQLSchema,
  buildClientSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from "graphql";
import { inForce, loadPolicies, type DecisionSources } from "@maillon/schema/policy";
import { type Ledger, narrowLedger } from "@maillon/schema/ledger";
import { REQUEST_ID_HEADER, SUBGRAPHS, type SubgraphName } from "@maillon/schema";
import { IMPORT_SECRET } from "@maillon/schema/exchange";
import { PROOF } from "@maillon/schema/testing";
import { type Chain, openChain } from "../../start/chain.ts";
import { readLedger } from "./agreed.ts";
import { type Persona, type Personas, readPersonas } from "./personas.ts";
import { openRecordedGateway, RECORDED } from "./recorded-gateway.ts";
import { type ComparableCall, comparableCall } from "./comparable-call.ts";
import type { SubgraphCall } from "./recording-proxy.ts";
import { openStore, type Store } from "./store.ts";

/** All that an answer shows: to its client, and to the companies that were asked for it. */
export interface Seen {
  readonly status: number;
  /** All headers but the date and the request's id. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, byte for byte, but for the request's id. */
  readonly body: string;
  /** Sorted, for subgraphs that are asked at the same time are asked in any order. */
  readonly calls: readonly ComparableCall[];
}

/** An answer, and every byte that subgraphs received for it. */
export interface Overheard {
  readonly body: string;
  readonly calls: readonly SubgraphCall[];
}

/** An operation and its variables. */
export interface Question {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The demo chain as it really runs, with a view behind the scenes. */
export interface SecretChain extends Personas, AsyncDisposable {
  readonly store: Store;
  /** What is agreed, read from the third party and not from the gateway. */
  readonly ledger: () => Promise<Ledger>;
  /** What decisions are made from. */
  readonly sources: () => Promise<DecisionSources>;
  /** The same as the operator of a subgraph has it, who knows its own agreements alone. */
  readonly sourcesAt: (subgraph: SubgraphName) => Promise<DecisionSources>;
  /** What each process of the chain has logged, by its name. */
  readonly logs: () => Readonly<Record<string, string>>;
  /** The schema that clients read. */
  readonly schema: GraphQLSchema;
  readonly ask: (persona: Persona, question: Question) => Promise<Seen>;
  readonly overhear: (persona: Persona, question: Question) => Promise<Overheard>;
}

const policies = loadPolicies();

/** The ids of the chain follow from it: what is asked, and in which order rows come, is the same in every run. */
const ID_SECRET = `the ids of proof ${PROOF.seed}`;

/** Starts the chain, and a gateway beside it whose every word to a subgraph is recorded. */
export async function openSecretChain(): Promise<SecretChain> {
  const chain = await openChain({ [IMPORT_SECRET]: ID_SECRET });
  await chain.start();
  return lookInto(chain);
}

/** Looks behind the scenes of a chain that runs; ends it when it is disposed of. */
export async function lookInto(chain: Chain): Promise<SecretChain> {
  const opened = new AsyncDisposableStack();
  opened.use(chain);
  const personas = await readPersonas(chain.home);
  const gateway = opened.use(await openRecordedGateway(chain, personas.companies));
  const send = async ({ token }: Persona, question: Question) => {
    gateway.takeCalls();
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(question),
    });
    return { response, body: await response.text(), calls: gateway.takeCalls() };
  };
  const ask: SecretChain["ask"] = async (persona, question) => seen(await send(persona, question));
  await requestDisclosure(personas, ask);
  // What is compared afterwards must not change by itself.
  await chain.told([RECORDED]);
  const store = opened.use(await openStore(chain.home));
  const ledger = () => readLedger(chain);
  const introspected = await ask(await personas.persona("etrangere"), { query: getIntrospectionQuery() });
  return {
    ...personas,
    store,
    ask,
    overhear: send,
    logs: () => Object.fromEntries(SERVICES.map((name) => [name, chain.logOf(name)])),
    schema: buildClientSchema((JSON.parse(introspected.body) as { data: IntrospectionQuery }).data),
    ledger,
    sources: async () => ({ policies, agreements: inForce(await ledger(), Date.now()) }),
    async sourcesAt(subgraph) {
      const operator = personas.companies[SUBGRAPHS[subgraph].operator] ?? "";
      return { policies, agreements: inForce(narrowLedger(await ledger(), operator), Date.now()) };
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

const SERVICES = ["gateway", RECORDED, ...Object.keys(SUBGRAPHS)];

/** What the demo's authority asks of the integrator: without a request, nothing that takes one could be proved. */
const DISCLOSED = ["TRADE_CORE", "TRADE_AMOUNT", "CATALOG_RESTRICTED", "LOGISTICS"];

async function requestDisclosure({ companies, persona }: Personas, ask: SecretChain["ask"]): Promise<void> {
  const query = "mutation ($input: DisclosureInput!) { requestDisclosure(input: $input) { id } }";
  const input = {
    subjectId: companies["integra"],
    legalBasis: "Code de commerce, L450-3",
    dataClasses: DISCLOSED,
    grantedUntil: new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10),
  };
  const { body } = await ask(await persona("autorite", ["compliance"]), { query, variables: { input } });
  if (!body.includes('"dis_')) throw new Error(`The authority could not ask: ${body}`);
}

const DAY = 86_400_000;

const CHANGING = new Set(["date", REQUEST_ID_HEADER]);

function seen({ response, body, calls }: Overheard & { readonly response: Response }): Seen {
  const id = response.headers.get(REQUEST_ID_HEADER) ?? "";
  const kept = [...response.headers].filter(([name]) => !CHANGING.has(name));
  return {
    body: id === "" ? body : body.replaceAll(id, "<request>"),
    calls: calls.map(comparableCall).toSorted((one, other) => orderOf(one).localeCompare(orderOf(other))),
    status: response.status,
    headers: Object.fromEntries(kept),
  };
}

const orderOf = ({ subgraph, body }: ComparableCall) => `${subgraph} ${body}`;

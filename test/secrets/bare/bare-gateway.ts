import {
  createApolloPlanner,
  createEngine,
  createGuard,
  createOpenAccess,
  type GuardedContext,
  type OpenAccess,
  readSupergraph,
} from "@maillon/gateway";
import type { Viewer } from "@maillon/schema";
import { type AgreementsInForce, loadPolicies } from "@maillon/schema/policy";
import { type GraphQLSchema, parse } from "graphql";
import { composeWorld } from "../../composition/federation-of-world.ts";
import { subgraphOfWorld } from "../../composition/subgraph-of-world.ts";
import type { Plant } from "./plants.ts";
import { type BareThings, bareWorld } from "./bare-world.ts";

/** All that an answer of the bare gateway shows. */
export interface BareAnswer {
  /** Data, errors and refusals, as text. */
  readonly text: string;
  /** `<subgraph> <body>`, in the order in which they were sent. */
  readonly calls: readonly string[];
}

/** A gateway before companies that show everything to everybody. */
export interface BareGateway {
  readonly apiSchema: GraphQLSchema;
  /** What the companies hold from now on. */
  readonly hold: (things: BareThings) => void;
  readonly ask: (
    viewer: Viewer,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ) => Promise<BareAnswer>;
}

interface BareContext extends GuardedContext {
  readonly calls: string[];
}

const policies = loadPolicies();
let composed: string | undefined;

/** Opens the gateway's own guard and engine over those companies; a plant takes the place of a part of it. */
export function openBareGateway(
  agreements: () => AgreementsInForce | undefined,
  { guarding = (guard) => guard, seeing = (open) => open, telling = () => [] }: Plant = {},
): BareGateway {
  let held: BareThings = [];
  const world = bareWorld(() => held);
  composed ??= composeWorld(world);
  const supergraph = readSupergraph(composed);
  const subgraphs = new Map(Object.keys(world.subgraphs).map((name) => [name, subgraphOfWorld(world, name)]));
  const openAccess: OpenAccess = seeing(createOpenAccess({ policies, agreements }));
  const engine = createEngine<BareContext>({
    supergraph,
    planner: createApolloPlanner(supergraph),
    guard: guarding(createGuard<BareContext>(supergraph), supergraph),
    async send({ subgraph, body }, { calls }) {
      calls.push(`${subgraph} ${body}`);
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      return subgraphs.get(subgraph)?.(query, variables);
    },
  });
  return {
    apiSchema: supergraph.apiSchema,
    hold: (things) => void (held = things),
    async ask(viewer, text, variables = {}) {
      const access = openAccess(viewer);
      const calls: string[] = [];
      const answer = await engine.answer({
        text,
        document: parse(text),
        variables,
        context: { access, calls },
      });
      const errors = answer.errors.map(({ failure: { code, argument }, path }) => ({ code, argument, path }));
      const told = [answer.data, errors, access.refusals.notes(), telling([...answer.failures])];
      // Subgraphs that are asked at the same time are asked in any order.
      return { text: JSON.stringify(told), calls: calls.sort() };
    },
  };
}

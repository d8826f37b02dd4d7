import { inForce, loadPolicies } from "@maillon/schema/policy";
import { NOW, PROOF, viewer } from "@maillon/schema/testing";
import { VISIBILITY_DEFINITIONS } from "@maillon/schema/visibility";
import * as fc from "fast-check";
import { buildSchema, executeSync, parse } from "graphql";
import { createApolloPlanner } from "../plan/apollo/apollo-planner.ts";
import { readSupergraph } from "../plan/supergraph/supergraph.ts";
import { createEngine } from "../respond/engine/engine.ts";
import type { Guard } from "../query/guard.ts";
import { composeContracts } from "../testing/compose-contracts.ts";
import {
  ORDER_CLASSES,
  ORDER_TYPES,
  type Question,
  factsOfOrder,
  questions,
} from "../testing/generated-orders.ts";
import { referenceAnswer } from "../testing/reference-answer.ts";
import { createGuard } from "./create-guard.ts";
import type { GuardedContext } from "./guarded-context.ts";
import { type OpenAccess, createOpenAccess } from "./access.ts";

const QUESTIONS = 300 * PROOF.size;

const supergraph = readSupergraph(composeContracts({ orders: ORDER_TYPES }));
const subgraph = buildSchema(
  `directive @key(fields: String!) on OBJECT ${VISIBILITY_DEFINITIONS} ${ORDER_TYPES}`,
);
const planner = createApolloPlanner(supergraph);
const policies = loadPolicies();

/** What a bug may replace. */
interface Parts {
  readonly guard: Guard<GuardedContext>;
  readonly openAccess: OpenAccess;
}

/** An engine that lives as long as the questions: what it remembers of one must not show in the answer to the next. */
function openEngine(plant: (parts: Parts) => Partial<Parts> = () => ({})) {
  let current: Question["ledger"];
  let data = {};
  let asked = 0;
  const sound: Parts = {
    guard: createGuard<GuardedContext>(supergraph),
    openAccess: createOpenAccess({
      policies,
      // Each question finds a ledger of its own epoch.
      agreements: () => current && inForce({ ...current, sequence: asked }, NOW),
    }),
  };
  const { guard, openAccess } = { ...sound, ...plant(sound) };
  const engine = createEngine<GuardedContext>({
    supergraph,
    planner,
    guard,
    // An owner without any belt of its own: it answers whatever it is asked.
    send: async ({ body }) => {
      const { query } = JSON.parse(body) as { query: string };
      const typeResolver = (value: unknown) => (value as { __typename: string }).__typename;
      const answer = executeSync({ schema: subgraph, document: parse(query), rootValue: data, typeResolver });
      return JSON.parse(JSON.stringify(answer));
    },
  });
  return async (question: Question) => {
    asked += 1;
    ({ ledger: current, data } = question);
    const { query } = question;
    const access = openAccess(question.viewer);
    const answer = await engine.answer({ text: query, document: parse(query), context: { access } });
    const notes = access.refusals.notes().map(({ coordinate, rule, agreement, count }) => {
      return [[coordinate, rule, agreement].join(" "), count] as const;
    });
    return { data: answer.data, refusals: Object.fromEntries(notes), errors: answer.errors };
  };
}

function expected({ query, data, ledger, viewer: who }: Question) {
  const sources = { policies, agreements: ledger && inForce(ledger, NOW) };
  const schema = supergraph.apiSchema;
  const answer = referenceAnswer(query, {
    schema,
    data,
    sources,
    viewer: who,
    factsOf: factsOfOrder,
    classes: ORDER_CLASSES,
  });
  return { data: JSON.stringify(answer.data), refusals: answer.refusals, errors: [] };
}

const sameAs = (ask: ReturnType<typeof openEngine>) =>
  fc.asyncProperty(questions, async (question) => {
    expect(await ask(question)).toEqual(expected(question));
  });

describe("an answer", () => {
  test("is, byte for byte, what deciding every field of every object anew gives, with the same refusals told", async () => {
    const { failed, counterexample, errorInstance } = await fc.check(sameAs(openEngine()), {
      numRuns: QUESTIONS,
      seed: PROOF.seed,
    });
    expect({ failed, counterexample, errorInstance }).toMatchObject({ failed: false });
  });

  test.each<[bug: string, plant: (parts: Parts) => Partial<Parts>]>([
    [
      "takes one object's redaction for all of its type",
      ({ guard }) => ({
        guard: {
          ...guard,
          redactionFor(question) {
            const redact = guard.redactionFor(question);
            let first: ReturnType<NonNullable<typeof redact>> | undefined;
            return redact && ((object, context) => (first ??= redact(object, context)));
          },
        },
      }),
    ],
    [
      "refuses the field beside the one that was meant",
      ({ guard }) => ({
        guard: {
          ...guard,
          redactionFor({ fields, ...rest }) {
            const [first = "", ...others] = fields;
            return guard.redactionFor({ ...rest, fields: [...others, first] });
          },
        },
      }),
    ],
    [
      "writes objects that must not be known of",
      ({ guard }) => ({
        guard: {
          ...guard,
          redactionFor(question) {
            const redact = guard.redactionFor(question);
            return redact && ((object, context) => ({ ...redact(object, context), object: undefined }));
          },
        },
      }),
    ],
    [
      "asks for too few facts",
      ({ openAccess }) => ({
        openAccess: (who) => {
          const access = openAccess(who);
          const facts = Object.entries(access.facts).map(([dataClass, names]) => {
            return [dataClass, names.filter((name) => name !== "via")];
          });
          return { ...access, facts: Object.fromEntries(facts) as typeof access.facts };
        },
      }),
    ],
    [
      "goes by the first epoch for ever",
      ({ openAccess }) => {
        const known = new Map<string, ReturnType<OpenAccess>>();
        return {
          openAccess(who) {
            const key = JSON.stringify(who);
            const first = known.get(key) ?? openAccess(who);
            known.set(key, first);
            return { ...openAccess(who), decider: first.decider };
          },
        };
      },
    ],
    [
      "goes by another viewer's decisions",
      ({ openAccess }) => ({
        openAccess: (who) => ({ ...openAccess(who), decider: openAccess(viewer("integra")).decider }),
      }),
    ],
  ])("differs when the gateway %s", async (_bug, plant) => {
    const { failed } = await fc.check(sameAs(openEngine(plant)), {
      numRuns: QUESTIONS,
      seed: 1,
      endOnFailure: true,
    });
    expect(failed).toBe(true);
  });
});

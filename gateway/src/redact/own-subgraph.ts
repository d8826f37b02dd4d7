import { readFacts } from "@maillon/schema/visibility";
import { Kind, isObjectType, print } from "graphql";
import { factSelections } from "../filter/fact-selections.ts";
import { type VisibilityRules, readVisibilityRules } from "../filter/visibility-rules.ts";
import type { Supergraph } from "../plan/supergraph/supergraph.ts";
import { isObject } from "../query/answer/gathered.ts";
import type { OutgoingRequest } from "../query/operation/run.ts";
import type { RequestContext } from "../request-context.ts";
import { answerOwnFields } from "./answer-own-fields.ts";
import type { GuardedContext } from "./guarded-context.ts";
import { OWN_SUBGRAPH } from "./own-fields.ts";
import { rawFactsOf } from "./raw-facts.ts";

/** Sends a request to a subgraph, for one viewer. */
export type SendFor<Context> = (request: OutgoingRequest, context: Context) => Promise<unknown>;

/** Answers what is asked of the gateway itself, and hands everything else on to the subgraphs. */
export function sendOrAnswer<Context extends RequestContext & GuardedContext>(
  supergraph: Supergraph,
  send: SendFor<Context>,
): SendFor<Context> {
  const rules = readVisibilityRules(supergraph.document);
  return async (request, context) => {
    if (request.subgraph !== OWN_SUBGRAPH) return send(request, context);
    const { viewer, sight } = context;
    return answerOwnFields(request.body, {
      viewer,
      sight,
      rules,
      factsOf: async (type, id) => {
        const question = factQuestion(supergraph, rules, { type, id });
        const answer = question && (await send(question, context));
        return answer === undefined ? undefined : factsIn(answer, { type, id, rules });
      },
    });
  };
}

interface ObjectName {
  readonly type: string;
  readonly id: string;
}

/** Asks the home of a type for the facts of one object; undefined when objects of the type have no ids or no home. */
function factQuestion(
  { apiSchema, keys }: Supergraph,
  rules: VisibilityRules,
  { type, id }: ObjectName,
): OutgoingRequest | undefined {
  const { home, facts = [] } = rules.get(type) ?? {};
  const found = apiSchema.getType(type);
  if (
    home === undefined ||
    !isObjectType(found) ||
    !keys.keysOf(home, type).some(({ echoed }) => isId(echoed))
  )
    return undefined;
  const selections = factSelections(found, facts, false).map((each) =>
    each.kind === Kind.FIELD ? { ...each, alias: undefined } : each,
  );
  const asked = print({ kind: Kind.SELECTION_SET, selections });
  const query = `query($of:[_Any!]!){_entities(representations:$of){...on ${type}{id ${asked.slice(1, -1)}}}}`;
  const variables = { of: [{ __typename: type, id }] };
  return { subgraph: home, operation: "query", body: JSON.stringify({ query, variables }) };
}

function isId(key: { readonly selections: readonly unknown[] }): boolean {
  return JSON.stringify(key.selections).includes('"value":"id"') && key.selections.length === 1;
}

/** The facts, if the answer is about the object that was asked for. */
function factsIn(answer: unknown, { type, id, rules }: ObjectName & { readonly rules: VisibilityRules }) {
  const data = isObject(answer) ? answer["data"] : undefined;
  const entities: unknown = isObject(data) ? data["_entities"] : undefined;
  const entity: unknown = Array.isArray(entities) ? entities[0] : undefined;
  if (!isObject(entity) || entity["id"] !== id || entity["__typename"] !== type) return undefined;
  return readFacts(rawFactsOf(entity, rules.get(type)?.facts ?? []));
}

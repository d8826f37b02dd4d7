import { type Facts, readFacts } from "@maillon/schema/visibility";
import {
  GraphQLError,
  type GraphQLNamedType,
  Kind,
  type SelectionSetNode,
  isObjectType,
  print,
} from "graphql";
import { factSelections, typeSelection } from "../../filter/fact-selections.ts";
import { type VisibilityRules, readVisibilityRules } from "../../filter/visibility-rules.ts";
import type { Supergraph } from "../../plan/supergraph/supergraph.ts";
import { Failures } from "../../query/answer/failures.ts";
import { type GatheredObject, isObject } from "../../query/answer/gathered.ts";
import { readAnswer } from "../../query/answer/upstream-errors.ts";
import type { OutgoingRequest } from "../../query/operation/run.ts";
import type { RequestContext } from "../../request-context.ts";
import { answerOwnFields } from "./answer-own-fields.ts";
import { type AskedField, fieldFinder } from "./asked-field.ts";
import type { GuardedContext } from "../guarded-context.ts";
import { OWN_SUBGRAPH } from "./own-fields.ts";
import type { FoundObject } from "./own-question.ts";
import { rawFactsOf } from "../raw-facts.ts";

/** Sends a request to a subgraph, for one viewer. */
export type SendFor<Context> = (request: OutgoingRequest, context: Context) => Promise<unknown>;

/** Makes what answers the questions to the gateway itself, and hands everything else on to the subgraphs. */
export function answerOrSend(operators: ReadonlyMap<string, string>) {
  return <Context extends RequestContext & GuardedContext>(
    supergraph: Supergraph,
    send: SendFor<Context>,
  ): SendFor<Context> => {
    const rules = readVisibilityRules(supergraph.document);
    const findField = fieldFinder(supergraph, rules);
    return async (request, context) => {
      if (request.subgraph !== OWN_SUBGRAPH) return send(request, context);
      const { viewer, access } = context;
      return answerOwnFields(request.body, {
        viewer,
        access,
        findField,
        operators,
        lookUp: async (asked, id) => {
          if (asked.factless) return { facts: {}, target: undefined };
          const question = lookUpQuestion(supergraph, rules, { asked, id });
          const answer = question && (await send(question, context));
          return answer === undefined ? undefined : foundIn(answer, rules, { asked, id });
        },
      });
    };
  };
}

interface AskedObject {
  readonly asked: AskedField;
  readonly id: string;
}

/** Asks the home of a type about one object; undefined when objects of the type have no ids or no home. */
function lookUpQuestion(
  { apiSchema, keys }: Supergraph,
  rules: VisibilityRules,
  { asked: { type, field, target }, id }: AskedObject,
): OutgoingRequest | undefined {
  const home = rules.get(type)?.home;
  if (home === undefined || !keys.keysOf(home, type).some(({ echoed }) => isId(echoed))) return undefined;
  const factsOn = (name: string) => factsText(apiSchema.getType(name), rules);
  const behind = target?.reachable ? `${field}{${factsOn(target.type)}}` : "";
  const object = `id ${factsOn(type)} ${behind}`;
  const query = `query($of:[_Any!]!){_entities(representations:$of){...on ${type}{${object}}}}`;
  const variables = { of: [{ __typename: type, id }] };
  return { subgraph: home, operation: "query", body: JSON.stringify({ query, variables }) };
}

/** What has to be asked of an object to have its facts, under their own names. */
function factsText(type: GraphQLNamedType | undefined, rules: VisibilityRules): string {
  if (!isObjectType(type)) return "__typename";
  const facts = factSelections(type, rules.get(type.name)?.facts ?? []);
  const selections = [typeSelection, ...facts].map((each) => ({ ...each, alias: undefined }));
  return print({ kind: Kind.SELECTION_SET, selections }).slice(1, -1);
}

function isId({ selections: [only, ...others] }: SelectionSetNode): boolean {
  return only?.kind === Kind.FIELD && only.name.value === "id" && others.length === 0;
}

/** What the answer tells, if it is about the object that was asked for. */
function foundIn(
  answer: unknown,
  rules: VisibilityRules,
  { asked: { type, field, target, subgraph }, id }: AskedObject,
): FoundObject | undefined {
  const { data, first } = readAnswer(answer, subgraph ?? "", new Failures());
  // Of an object whose company failed, nobody knows that it is not there, or what its facts are.
  if (first) throw new GraphQLError(first.detail, { extensions: { code: first.code } });
  const entities: unknown = isObject(data) ? data["_entities"] : undefined;
  const entity: unknown = Array.isArray(entities) ? entities[0] : undefined;
  if (!isObject(entity) || entity["id"] !== id || entity["__typename"] !== type) return undefined;
  const behind = entity[field];
  const reached = target?.reachable && isObject(behind) && behind["__typename"] === target.type;
  return {
    facts: factsOf(entity, type, rules),
    target: reached ? factsOf(behind, target.type, rules) : undefined,
  };
}

function factsOf(object: GatheredObject, type: string, rules: VisibilityRules): Facts {
  return readFacts(rawFactsOf(object, rules.get(type)?.facts ?? []));
}

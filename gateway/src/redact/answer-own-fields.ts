import type { DataClass, Viewer } from "@maillon/schema";
import {
  type DecisionSources,
  type Explanation,
  explain,
  explainAbsence,
  whoCanSee,
} from "@maillon/schema/policy";
import type { Facts } from "@maillon/schema/visibility";
import { buildSchema, graphql, GraphQLError } from "graphql";
import type { VisibilityRules } from "../filter/visibility-rules.ts";
import { OWN_CONTRACT } from "./own-fields.ts";
import type { Sight } from "./sight.ts";

/** What answering the gateway's own fields needs of one request. */
export interface Asking {
  readonly viewer: Viewer;
  readonly sight: Sight;
  readonly rules: VisibilityRules;
  /** The facts of an object as its home answers them to this viewer; undefined if it answers nothing. */
  readonly factsOf: (type: string, id: string) => Promise<Facts | undefined>;
}

const schema = buildSchema(OWN_CONTRACT);

interface Place {
  readonly coordinate: string;
  readonly id: string;
}

interface DatedPlace extends Place {
  readonly on?: unknown;
}

/** Answers a request for the gateway's own fields, as a subgraph would: with JSON of a GraphQL response. */
export async function answerOwnFields(body: string, asking: Asking): Promise<unknown> {
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
  const rootValue = {
    explain: async (place: Place) => shown(await explained(place, asking)),
    whoCanSee: (place: DatedPlace) => seersOf(place, asking),
  };
  return graphql({ schema, source: query, variableValues: variables, rootValue });
}

async function explained({ coordinate, id }: Place, { rules, sight, factsOf }: Asking): Promise<Explanation> {
  const [type, classes] = classesOn(coordinate, rules);
  const facts = classes.length > 0 ? await factsOf(type, id) : undefined;
  return facts ? explain(sight.decider.on(facts), coordinate, classes) : explainAbsence(coordinate, classes);
}

async function seersOf({ coordinate, id, on }: DatedPlace, asking: Asking) {
  const { sight, viewer, rules, factsOf } = asking;
  const sources = sourcesOn(on, sight);
  const [type, classes] = classesOn(coordinate, rules);
  const facts = classes.length > 0 ? await factsOf(type, id) : undefined;
  const answer = facts && whoCanSee(sources, viewer, { facts, classes });
  if (!answer?.ok) return null;
  return answer.seers.map(({ party, because }) => ({ party, rules: because.map(({ rule }) => rule) }));
}

const DAY = 86_400_000;

/** What decisions are made from at the end of a day; the last millisecond still belongs to it. */
function sourcesOn(day: unknown, { sources }: Sight): DecisionSources {
  if (day === undefined || day === null) return sources;
  const begins = typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? Date.parse(day) : NaN;
  if (Number.isNaN(begins)) {
    const extensions = { code: "BAD_USER_INPUT", argument: "on" };
    throw new GraphQLError("This is no day, such as 2026-11-22.", { extensions });
  }
  return { ...sources, agreements: sources.agreements?.on(begins + DAY - 1) };
}

/** The type of a coordinate, and all that is needed to read its field. */
function classesOn(coordinate: string, rules: VisibilityRules): readonly [type: string, DataClass[]] {
  const [type = "", field = ""] = coordinate.split(".");
  const found = rules.get(type);
  if (!found?.fields.has(field)) return [type, []];
  const own = found.field(field);
  // A field that is closed to all is like one that does not exist; one that needs nothing is public.
  if (own?.length === 0) return [type, []];
  const needed = [...(found.object ?? []), ...(own ?? [])];
  return [type, needed.length > 0 ? needed : ["PUBLIC"]];
}

function shown({ dataClass, why, ...explanation }: Explanation) {
  return { ...explanation, class: dataClass, reason: why };
}

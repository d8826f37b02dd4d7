import { type DecisionSources, type Seer, whoCanSee } from "@maillon/schema/policy";
import { GraphQLError } from "graphql";
import { type Asking, type Place, keeperOf } from "./own-question.ts";
import type { Sight } from "./sight.ts";

/** A field of an object on a day. */
export interface DatedPlace extends Place {
  readonly on?: unknown;
}

/** Answers `whoCanSee`; null for whoever does not own the object, and for objects that are not there. */
export async function seersOfField({ coordinate, id, on }: DatedPlace, asking: Asking) {
  const sources = sourcesOn(on, asking.sight);
  const asked = asking.findField(coordinate);
  if (!asked) return null;
  const { target, classes } = asked;
  if (target?.reachable === false) {
    throw refusal("coordinate", `Each ${target.type} is decided on by itself: ask about a field of one.`);
  }
  const found = await asking.lookUp(asked, id);
  const facts = target ? found?.target : found?.facts;
  if (!facts) return null;
  const field = { facts, classes: target?.classes ?? classes, keeper: keeperOf(asked, asking) };
  const answer = whoCanSee(sources, asking.viewer, field);
  return answer.ok ? answer.seers.map(shown) : null;
}

const DAY = 86_400_000;

/** What decisions are made from at the end of a day; the last millisecond still belongs to it. */
function sourcesOn(day: unknown, { sources }: Sight): DecisionSources {
  if (day === undefined || day === null) return sources;
  const begins = typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? Date.parse(day) : NaN;
  if (Number.isNaN(begins)) throw refusal("on", "This is no day, such as 2026-11-22.");
  return { ...sources, agreements: sources.agreements?.on(begins + DAY - 1) };
}

function refusal(argument: string, text: string): GraphQLError {
  return new GraphQLError(text, { extensions: { code: "BAD_USER_INPUT", argument } });
}

function shown({ disclosures, ...seer }: Seer) {
  return { ...seer, disclosures: disclosures.map(({ request }) => request) };
}

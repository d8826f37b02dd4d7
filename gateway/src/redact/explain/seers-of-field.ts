import { type DecisionSources, type Seer, owns, whoCanSee } from "@maillon/schema/policy";
import type { Facts } from "@maillon/schema/visibility";
import { GraphQLError } from "graphql";
import { type Asking, type Place, keeperOf, refuseUnknowing } from "./own-question.ts";
import type { Access } from "../access.ts";

/** A field of an object on a day. */
export interface DatedPlace extends Place {
  readonly on?: unknown;
}

/** Answers `whoCanSee`; null for whoever does not own the object, and for objects that are not there. */
export async function seersOfField({ coordinate, id, on }: DatedPlace, asking: Asking) {
  const moment = endOf(on);
  const asked = asking.findField(coordinate);
  if (!asked) return null;
  const { target, classes } = asked;
  if (target?.reachable === false) {
    throw refusal("coordinate", `Each ${target.type} is decided on by itself: ask about a field of one.`);
  }
  refuseUnknowing(asking, asked);
  const found = await asking.lookUp(asked, id);
  const facts = target ? found?.target : found?.facts;
  // To find out what is in force on a day takes long: a stranger must not make the gateway do it.
  if (!facts || !owns(asking.viewer, facts)) return null;
  const field = { facts, classes: target?.classes ?? classes, keeper: keeperOf(asked, asking) };
  const answer = whoCanSee(sourcesAt(moment, asking.access, facts), asking.viewer, field);
  return answer.ok ? answer.seers.map(shown) : null;
}

const DAY = 86_400_000;

/** The last moment of a day, which still belongs to it; undefined when none is named. */
function endOf(day: unknown): number | undefined {
  if (day === undefined || day === null) return undefined;
  const begins = typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? Date.parse(day) : NaN;
  if (Number.isNaN(begins)) throw refusal("on", "This is no day, such as 2026-11-22.");
  return begins + DAY - 1;
}

function sourcesAt(moment: number | undefined, { sources }: Access, facts: Facts): DecisionSources {
  return moment === undefined ? sources : { ...sources, agreements: sources.agreements?.on(moment, facts) };
}

function refusal(argument: string, text: string): GraphQLError {
  return new GraphQLError(text, { extensions: { code: "BAD_USER_INPUT", argument } });
}

function shown({ disclosures, ...seer }: Seer) {
  return { ...seer, disclosures: disclosures.map(({ request }) => request) };
}

import { type SelectionSetNode, print } from "graphql";
import type { EntityFetch, PathStep } from "../../plan/plan.ts";
import type { AnswerShape } from "../answer/answer-shape.ts";
import { compileShape } from "../answer/compile-shape.ts";
import { placeOf } from "./entity-places.ts";
import { type KeyEcho, keyEcho } from "./key-echo.ts";
import { type RepresentationWriter, representationWriter } from "./representation.ts";
import type { CallSetting } from "../operation/subgraph-call.ts";
import { isAbstractName } from "../answer/type-match.ts";

/** What is asked of the entities at some places of the answer, compiled. */
export interface EntityQuestion {
  /** The selections inside `_entities`, those of the key echo included. */
  readonly asked: SelectionSetNode;
  readonly subgraph: string;
  readonly paths: readonly (readonly PathStep[])[];
  readonly represent: RepresentationWriter;
  /** The keys of all values that decide about a representation. */
  readonly values: readonly string[];
  readonly echo: KeyEcho;
  readonly shape: AnswerShape;
  readonly isAbstract: (typename: string) => boolean;
}

/** Compiles the questions of one request; fetches that ask the same at different places are one question. */
export function entityQuestions(
  setting: CallSetting,
  fetches: readonly EntityFetch[],
): readonly EntityQuestion[] {
  return groupEqual(fetches).map((group) => compileQuestion(setting, group));
}

function groupEqual(fetches: readonly EntityFetch[]): EntityFetch[][] {
  const groups = new Map<string, EntityFetch[]>();
  for (const fetch of fetches) {
    const { selections, representations, sentAs, renames } = fetch;
    const identity = JSON.stringify([print(selections), representations, sentAs, renames]);
    groups.set(identity, [...(groups.get(identity) ?? []), fetch]);
  }
  return [...groups.values()];
}

function compileQuestion(
  { supergraph, entityPlaces, factsBehind }: CallSetting,
  group: readonly EntityFetch[],
): EntityQuestion {
  const { schema } = supergraph;
  const [fetch] = group;
  if (!fetch) throw new Error("A group of entity fetches is empty");
  const echo = keyEcho(supergraph, fetch);
  const asked = { ...fetch.selections, selections: [...echo.selections, ...fetch.selections.selections] };
  return {
    subgraph: fetch.subgraph,
    asked,
    paths: group.map(({ path }) => path),
    represent: representationWriter(supergraph, fetch),
    values: valueKeys(fetch),
    echo,
    shape: compileShape(schema, {
      selections: asked,
      parent: "_Entity",
      renames: fetch.renames,
      places: group.map(({ path }) => placeOf(path)),
      entityPlaces,
      factsBehind,
    }),
    isAbstract: isAbstractName(schema),
  };
}

function valueKeys({ representations }: EntityFetch): string[] {
  return [
    ...new Set(["__typename", ...representations.flatMap(({ fields }) => fields.map(({ key }) => key))]),
  ];
}

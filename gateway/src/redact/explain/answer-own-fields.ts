import { buildSchema, graphql } from "graphql";
import { explainField } from "./explain-field.ts";
import { OWN_CONTRACT } from "./own-fields.ts";
import type { Asking, Place } from "./own-question.ts";
import { type DatedPlace, seersOfField } from "./seers-of-field.ts";

const schema = buildSchema(OWN_CONTRACT);

/** Answers a request for the gateway's own fields, as a subgraph would: with JSON of a GraphQL response. */
export async function answerOwnFields(body: string, asking: Asking): Promise<unknown> {
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
  const rootValue = {
    explain: (place: Place) => explainField(place, asking),
    whoCanSee: (place: DatedPlace) => seersOfField(place, asking),
  };
  return graphql({ schema, source: query, variableValues: variables, rootValue });
}

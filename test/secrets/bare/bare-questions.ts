import { sample } from "fast-check";
import { type GraphQLSchema, parse, validate } from "graphql";
import { generatedOperation } from "../../composition/generated-operation.ts";
import { bareWorld } from "./bare-world.ts";

/** The ways around a gateway's decisions that are known, by name. */
export const BYPASSES: Readonly<Record<string, string>> = {
  "a selection on an interface": "{ documents { __typename id title amount } }",
  "a selection on a union":
    "{ papers { ... on Deal { amount } ... on Tender { amount } ... on Note { amount } } }",
  "a named fragment on an interface": "{ documents { ...F } } fragment F on Document { amount title }",
  "an inline fragment on the interface of a union's members":
    "{ papers { ... on Document { amount title } } }",
  "inline fragments inside one another":
    "{ papers { ... on Document { ... on Deal { ... on Document { x: amount } } } } }",
  "equal requirements among implementers":
    "{ documents { ... on Deal { a: amount } ... on Tender { a: amount } } }",
  "different requirements among implementers":
    "{ documents { title ... on Deal { state } ... on Tender { amount } } }",
  "aliases swapped": "{ deals { title: amount amount: title id: cost cost: id } }",
  "an alias that is the name of an open field": "{ deals { seller: title id: amount __typename } }",
  "one response key in sibling fragments":
    "{ papers { ... on Deal { v: amount } ... on Note { v: amount } ... on Tender { v: amount } } }",
  "a chain of @requires": "{ deals { ranked margin } }",
  "@requires of a field that is selected under an alias": "{ deals { state: margin m: amount } }",
  "@provides": "{ deals { product { recipe } } }",
  "@interfaceObject": "{ documents { remark } }",
  "@interfaceObject behind a type condition":
    "{ documents { ... on Deal { remark } ... on Note { remark } } }",
  "@override": "{ deals { stage } }",
  "@shareable": "{ deals { state } papers { ... on Deal { state cost } } }",
  "skip and include": "{ deals { amount @skip(if: false) cost @include(if: true) title @skip(if: true) } }",
  "variables with defaults":
    "query ($yes: Boolean = true, $by: Int = 3) { deals { scaled(by: $by) amount @include(if: $yes) } }",
  "an argument on a protected field": "{ deals { one: scaled many: scaled(by: 1000) } }",
  "__typename only": "{ documents { __typename } papers { __typename } deals { __typename } }",
  "a single object instead of a list":
    '{ document(id: "deal-3") { __typename id title ... on Deal { amount } } }',
  "an object that does not exist": '{ document(id: "none") { id } document2: document(id: "deal-4") { id } }',
  "a reverse edge": "{ parties { id deals { id title amount buyer { id deals { amount } } } } }",
  "a way around through other objects": "{ deals { buyer { deals { cost seller { deals { amount } } } } } }",
  "a mutation's payload": 'mutation { agree(id: "deal-3") { id title amount buyer { deals { amount } } } }',
  "a mutation that may not be asked": "mutation { forecast(by: 1) { id amount } }",
  "a root field that may not be asked": "{ margins { id cost } }",
  "a field with a standard directive":
    "{ documents { ... on Note { official } } papers { ... on Note { x: official } } }",
  "an error of the owner's": "{ deals { id broken } }",
  "a field of an unknown class": "{ deals { undeclared } }",
  "the length of a list": "{ deals { __typename } papers { __typename } }",
};

/** The named ways and generated ones. */
export function bareQuestions(
  schema: GraphQLSchema,
  { seed, count }: { seed: number; count: number },
): string[] {
  const { literals } = bareWorld(() => []);
  const generated = sample(generatedOperation(schema, literals), { seed, numRuns: count * 20 })
    .filter((query) => validate(schema, parse(query)).length === 0)
    .slice(0, count);
  return [...Object.values(BYPASSES), ...generated];
}

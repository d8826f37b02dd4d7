import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { buildSchema } from "../graphql/build-schema.ts";
import type { Viewer } from "@maillon/schema";
import type { Subgraph } from "../subgraph.ts";
import type { TestSubgraph } from "./open-test-subgraph.ts";

/** An operation of one root field, with something strange in one place of its arguments. */
export interface StrangeQuestion {
  readonly field: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

type Usual = Readonly<Record<string, unknown>>;

const TEXTS = ["", " ", "\0", "a\0b", "\ud800", "\r\n", "NULL", "{", "%\\_", "'", "x".repeat(100_000)];
const NUMBERS = [-1, 0, 101, 2 ** 31 - 1, 2 ** 31, 1e300, 0.5];
const OTHERS = [
  "2026-02-31",
  "0000-00-00",
  "+275760-09-13T00:00:00Z",
  "-1",
  "1e400",
  `1${"0".repeat(2_000)}`,
];

/** What a scalar usually holds; any text for all others. */
const USUAL: Usual = {
  Boolean: true,
  CountryCode: "FR",
  Currency: "EUR",
  Date: "2026-01-31",
  DateTime: "2026-01-31T09:30:00Z",
  Decimal: "1.5",
  Duration: "P12M",
  Float: 1,
  Gtin: "4006381333931",
  Int: 1,
  UnitCode: "KGM",
};

/**
 * Asks for every root field of a subgraph with something strange in each place of its arguments, one at a
 * time. Around it stands what is usual there: by the name of the argument or input field, or else by its
 * type.
 */
export function strangeQuestions(subgraph: Subgraph, usual: Usual = {}): readonly StrangeQuestion[] {
  const schema = buildSchema(subgraph);
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType() };
  return Object.entries(roots).flatMap(([kind, root]) =>
    Object.values(root?.getFields() ?? {})
      .filter(({ name }) => !name.startsWith("_"))
      .flatMap((field) => questionsOf(kind, field, usual)),
  );
}

/** What a subgraph answered otherwise than with a result or a clear refusal, with the question. */
export async function failuresAt(
  { ask, log }: Pick<TestSubgraph, "ask" | "log">,
  questions: readonly StrangeQuestion[],
  viewer: Viewer,
): Promise<string[]> {
  const failures: string[] = [];
  for (const { field, query, variables } of questions) {
    const { errors = [] } = await ask(viewer, query, variables);
    const failed = errors.some(({ extensions }) => extensions?.code === "INTERNAL_SERVER_ERROR");
    if (failed) failures.push(`${field} ${JSON.stringify(variables).slice(0, 300)}: ${log.at(-2) ?? ""}`);
  }
  return failures;
}

type Field = GraphQLField<unknown, unknown>;

function questionsOf(kind: string, { name, args, type }: Field, usual: Usual): StrangeQuestion[] {
  const selected = isLeafType(getNamedType(type)) ? "" : "{ __typename }";
  return strangeFieldsOf(args, usual).map((variables) => {
    const given = args.filter((each) => each.name in variables);
    const declared = given.map((each) => `$${each.name}: ${String(each.type)}`).join(", ");
    const passed = given.map((each) => `${each.name}: $${each.name}`).join(", ");
    return { field: name, query: `${kind} (${declared}) { ${name}(${passed}) ${selected} }`, variables };
  });
}

interface Place {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}

/** Usual values for what is required, and one strange value more. */
function strangeFieldsOf(places: readonly Place[], usual: Usual): Record<string, unknown>[] {
  const around = usualFieldsOf(places, usual);
  return places.flatMap(({ name, type }) =>
    strangeOf(type, usual).map((value) => ({ ...around, [name]: value })),
  );
}

function usualFieldsOf(places: readonly Place[], usual: Usual): Record<string, unknown> {
  const given = places.filter(
    ({ name, type, defaultValue }) => name in usual || (isNonNullType(type) && defaultValue === undefined),
  );
  return Object.fromEntries(given.map(({ name, type }) => [name, usual[name] ?? usualOf(type, usual)]));
}

function usualOf(type: GraphQLInputType, usual: Usual): unknown {
  if (isNonNullType(type)) return usualOf(type.ofType, usual);
  if (isListType(type)) return [usualOf(type.ofType, usual)];
  if (isInputObjectType(type)) return usualFieldsOf(Object.values(type.getFields()), usual);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return USUAL[type.name] ?? "usual";
}

function strangeOf(type: GraphQLInputType, usual: Usual): unknown[] {
  if (isNonNullType(type)) return strangeOf(type.ofType, usual);
  if (isListType(type)) {
    const one = usualOf(type.ofType, usual);
    return [[], [one, one], ...strangeOf(type.ofType, usual).map((each) => [each])];
  }
  if (isInputObjectType(type)) return strangeFieldsOf(Object.values(type.getFields()), usual);
  if (isEnumType(type) || type.name === "Boolean") return [null];
  return type.name === "Int" ? NUMBERS : [...TEXTS, ...(type.name in USUAL ? OTHERS : [])];
}

import type { DataClass, Viewer } from "@maillon/schema";
import { type AgreementsInForce, createDecider, loadPolicies } from "@maillon/schema/policy";
import { type FactName, type Facts, readDeclarations, readFacts } from "@maillon/schema/visibility";
import { buildASTSchema, getNamedType, isLeafType, isObjectType, parse } from "graphql";
import type { GraphQLNamedType, GraphQLSchema } from "graphql";
import { buildContract } from "../graphql/build-schema.ts";
import type { Subgraph } from "../subgraph.ts";
import { NO_AGREEMENTS } from "./no-agreements.ts";

type Values = Readonly<Record<string, unknown>>;
type FactPath = readonly [fact: FactName, path: readonly string[]];

/** The facts that a contract declares, asked for and read as the gateway does it. */
export interface DeclaredFacts {
  /** What to select on an object of a type: each fact under its own name. */
  readonly selectionOf: (type: string) => string;
  /** Those of the classes that a viewer may read on an object, by what the selection gave. */
  readonly readableOn: (
    object: { readonly type: string; readonly values: unknown },
    viewer: Viewer,
    classes: readonly DataClass[],
  ) => DataClass[];
}

/** Reads the declared facts of a subgraph, to test that what a viewer gets of them is enough to decide. */
export function declaredFacts(
  subgraph: Subgraph,
  agreements: AgreementsInForce = NO_AGREEMENTS,
): DeclaredFacts {
  const contract = parse(buildContract(subgraph));
  const schema = buildASTSchema(contract, { assumeValid: true });
  const declared = readDeclarations(contract).parties;
  const policies = loadPolicies();
  const pathsOf = (type: string): FactPath[] => [...(declared.get(type)?.[0]?.facts ?? [])];
  return {
    selectionOf: (type) => selectFacts(schema, type, pathsOf(type)),
    readableOn: ({ type, values }, viewer, classes) => {
      const { on } = createDecider({ policies, agreements }, viewer);
      const facts = readFrom(values, pathsOf(type));
      return classes.filter((each) => on(facts).of(each).visible);
    },
  };
}

function selectFacts(schema: GraphQLSchema, type: string, paths: readonly FactPath[]): string {
  return paths.map(([fact, path]) => `${fact}: ${selectPath(schema.getType(type), path)}`).join(" ");
}

function selectPath(type: GraphQLNamedType | undefined, [name = "", ...rest]: readonly string[]): string {
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`${type?.name} has no field ${name}.`);
  const result = getNamedType(field.type);
  if (isLeafType(result)) return name;
  return `${name} { ${rest.length === 0 ? "id" : selectPath(result, rest)} }`;
}

function readFrom(values: unknown, paths: readonly FactPath[]): Facts {
  const raw = paths.map(([fact, [, ...rest]]) => [fact, valueAt(values, [fact, ...rest]) ?? undefined]);
  return readFacts(Object.fromEntries(raw));
}

function valueAt(from: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return from;
  if (Array.isArray(from)) return from.flatMap((each: unknown) => valueAt(each, path));
  return isValues(from) ? valueAt(from[step], rest) : undefined;
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null;
}

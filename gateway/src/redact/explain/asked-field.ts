import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import type { NeededClasses, TypeRules, VisibilityRules } from "../../filter/visibility-rules.ts";
import { answeringSubgraphs } from "../../plan/supergraph/answering-subgraphs.ts";
import { typesByName } from "../../plan/supergraph/join-directives.ts";
import { subgraphNames } from "../../plan/supergraph/subgraph-names.ts";
import type { Supergraph } from "../../plan/supergraph/supergraph.ts";

/** A field that somebody asks about, and what decides on it. */
export interface AskedField {
  readonly type: string;
  readonly field: string;
  /** All that is needed to read the field; `PUBLIC` when nothing is. */
  readonly classes: NeededClasses;
  /** Whether no object of the type is anybody's, so that there are no facts to ask for. */
  readonly factless: boolean;
  /** What it leads to, if that is protected as a whole. */
  readonly target: Target | undefined;
  /** The subgraph that answers the field. */
  readonly subgraph: string | undefined;
}

/** The objects that a field leads to; what they are protected by counts beside the field's own classes. */
export interface Target {
  readonly type: string;
  readonly classes: NeededClasses;
  /** Whether there is one at most, and its facts come along with those of the object that holds the field. */
  readonly reachable: boolean;
}

/** Finds what a coordinate such as `Order.total` means; undefined for what does not exist or is closed to all. */
export type FindField = (coordinate: string) => AskedField | undefined;

/** Makes the finder of one supergraph. */
export function fieldFinder(supergraph: Supergraph, rules: VisibilityRules): FindField {
  const { apiSchema, document } = supergraph;
  const definitions = typesByName(document);
  const graphs = subgraphNames(document);
  const subgraphOf = (type: string, field: string): string | undefined => {
    const definition = definitions.get(type);
    const found = definition?.fields?.find(({ name }) => name.value === field);
    const answering = definition && found ? answeringSubgraphs(found, definition, graphs) : [];
    const home = rules.get(type)?.home;
    return answering.find((each) => each === home) ?? answering[0];
  };
  return (coordinate) => {
    const [type = "", field = "", ...more] = coordinate.split(".");
    const holder = apiSchema.getType(type);
    const known = isObjectType(holder) ? holder.getFields()[field] : undefined;
    if (!isObjectType(holder) || !known || more.length > 0) return undefined;
    const own = rules.get(type);
    const classes = own ? classesOn(own, field) : publicOn(holder);
    if (!classes) return undefined;
    const subgraph = subgraphOf(type, field);
    const target = targetOf(known, rules, own?.home === subgraph ? subgraph : undefined);
    return { type, field, classes, factless: own === undefined, target, subgraph };
  };
}

/** A field that is closed to all is like one that does not exist. */
function classesOn({ object = [], field: classesOf }: TypeRules, field: string): NeededClasses | undefined {
  const own = classesOf(field);
  if (own?.length === 0) return undefined;
  const needed = [...object, ...(own ?? [])];
  return needed.length > 0 ? needed : ["PUBLIC"];
}

/** What stands below an object without an id is as protected as the field that led there, which is not known here. */
function publicOn(type: GraphQLObjectType): NeededClasses | undefined {
  return "id" in type.getFields() ? ["PUBLIC"] : undefined;
}

function targetOf(
  { type, args }: GraphQLField<unknown, unknown>,
  rules: VisibilityRules,
  home: string | undefined,
): Target | undefined {
  const name = getNamedType(type).name;
  const { object: classes, home: own } = rules.get(name) ?? {};
  if (!classes) return undefined;
  const reachable =
    home !== undefined &&
    own === home &&
    !isListType(getNullableType(type)) &&
    !args.some(isRequiredArgument);
  return { type: name, classes, reachable };
}

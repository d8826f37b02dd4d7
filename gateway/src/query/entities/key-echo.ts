import { type FieldNode, type GraphQLSchema, Kind, type SelectionNode, type SelectionSetNode } from "graphql";
import { carriesFields } from "../../plan/selection/carried-fields.ts";
import type { EntityFetch, TypeReplacement } from "../../plan/plan.ts";
import { RESERVED_PREFIX } from "../../reserved-names.ts";
import type { Supergraph } from "../../plan/supergraph/supergraph.ts";
import { type GatheredObject, isObject } from "../answer/gathered.ts";
import { selectedFields, TYPENAME } from "../../plan/selection/selected-fields.ts";
import { typeMatches } from "../answer/type-match.ts";

/**
 * The key fields that a subgraph must give back with every entity, as far as it owns them. Without the echo a
 * partner could answer with its entities in another order, or with other ones, and the gateway would show one
 * company's values on another company's object.
 */
export interface KeyEcho {
  /** What to select inside `_entities`, beside what the plan asks for. */
  readonly selections: readonly SelectionNode[];
  /** Why an answer cannot be about the object it was asked for; undefined when it is. */
  readonly mismatch: (asked: GatheredObject, answered: GatheredObject) => string | undefined;
  /** Whether an object has no key by which a subgraph could know it: every part of the key is null. */
  readonly keyless: (asked: GatheredObject) => boolean;
}

interface EchoedKey {
  /** The type by which the subgraph is asked. */
  readonly sent: string;
  /** The whole key. */
  readonly key: readonly KeyField[];
  /** The part of it that the subgraph can give back. */
  readonly given: readonly KeyField[];
}

interface KeyField {
  readonly name: string;
  /** The response key under which the echo is asked for. */
  readonly echo: string;
  readonly of: readonly KeyField[];
}

/** Makes the echo for one entity fetch. */
export function keyEcho(supergraph: Supergraph, fetch: EntityFetch): KeyEcho {
  const { schema } = supergraph;
  const echoed = echoedKeys(supergraph, fetch);
  const byType = new Map<string, EchoedKey>();
  const keyFor = (asked: GatheredObject): EchoedKey => {
    const typename = String(asked["__typename"]);
    let key = byType.get(typename);
    if (!key) {
      const sent = sentType(schema, fetch.sentAs, typename);
      byType.set(typename, (key = findKey(schema, echoed, sent)));
    }
    return key;
  };
  return {
    selections: echoed.map(echoSelection),
    keyless: (asked) => {
      const { key } = keyFor(asked);
      return key.length > 0 && key.every((field) => isEmpty(asked[field.name], field));
    },
    mismatch: (asked, answered) => {
      const { sent, given } = keyFor(asked);
      if (!typeMatches(schema, String(answered["__typename"]), sent))
        return `asked for a ${sent}, got another type`;
      const wrong = given.find(({ name, echo, of }) => !sameValue(asked[name], answered[echo], of));
      return wrong && `the answer's ${wrong.name} is not the one asked for`;
    },
  };
}

/** One key for each type by which the subgraph may be asked. */
function echoedKeys(
  { keys, schema }: Supergraph,
  { representations, selections, sentAs, subgraph }: EntityFetch,
): EchoedKey[] {
  const sent = new Set(representations.map(({ type }) => sentType(schema, sentAs, type)));
  // What is carried for objects of another type brings no key of this one together.
  const carriedFor = (sentAsType: string) =>
    representations
      .filter(
        ({ type }) => sentType(schema, sentAs, type) === sentAsType || typeMatches(schema, sentAsType, type),
      )
      .flatMap(({ fields }) => fields);
  return [...sent]
    .filter((type) => keys.defines(subgraph, type))
    .map((type, index) => {
      const carried = carriedFor(type);
      const key = keys.keysOf(subgraph, type).find(({ fields }) => carriesFields(carried, fields));
      // Two types may have fields of one name and of different types, which one selection cannot hold.
      const plain = index === 0 && !isTaken(key?.echoed, selections, type);
      const alias = plain ? "" : `${RESERVED_PREFIX}k${index}_`;
      const [fields, given] = key ? [keyFields(key.fields, alias), keyFields(key.echoed, alias)] : [[], []];
      return { sent: type, key: fields, given };
    });
}

/** Whether the plan asks other types than a key's for a field under the name of one of the key. */
function isTaken(key: SelectionSetNode | undefined, selections: SelectionSetNode, type: string): boolean {
  const names = new Set(key && selectedFields(key).map(({ field }) => field.name.value));
  return selectedFields(selections).some(
    (each) => each.type !== type && names.has((each.field.alias ?? each.field.name).value),
  );
}

/** The `__typename` that the representation of an object carries. */
export function sentType(
  schema: GraphQLSchema,
  sentAs: readonly TypeReplacement[],
  typename: string,
): string {
  return sentAs.find(({ type }) => typeMatches(schema, typename, type))?.typename ?? typename;
}

function findKey(schema: GraphQLSchema, echoed: readonly EchoedKey[], sent: string): EchoedKey {
  const exact = echoed.find((each) => each.sent === sent);
  const general = echoed.find((each) => typeMatches(schema, sent, each.sent));
  const { key = [], given = [] } = exact ?? general ?? {};
  return { sent, key, given };
}

function keyFields(key: SelectionSetNode, alias: string): KeyField[] {
  return key.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD
      ? [
          {
            name: selection.name.value,
            echo: alias + selection.name.value,
            of: selection.selectionSet ? keyFields(selection.selectionSet, "") : [],
          },
        ]
      : [],
  );
}

function echoSelection({ sent, given }: EchoedKey): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: sent } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [TYPENAME, ...given.map(fieldNode)] },
  };
}

function fieldNode({ name, echo, of }: KeyField): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(echo !== name && { alias: { kind: Kind.NAME, value: echo } }),
    ...(of.length > 0 && {
      selectionSet: { kind: Kind.SELECTION_SET, selections: of.map(fieldNode) },
    }),
  };
}

function isEmpty(value: unknown, { of }: KeyField): boolean {
  if (value === null || value === undefined) return true;
  return of.length > 0 && isObject(value) && of.every((field) => isEmpty(value[field.name], field));
}

/** An ID may be written as a number by one subgraph and as a string by another. */
function sameValue(asked: unknown, answered: unknown, of: readonly KeyField[]): boolean {
  if (Array.isArray(asked))
    return (
      Array.isArray(answered) &&
      asked.length === answered.length &&
      asked.every((each, index) => sameValue(each, answered[index], of))
    );
  if (isObject(asked) && of.length > 0)
    return (
      isObject(answered) &&
      of.every(({ name, echo, of: inner }) => sameValue(asked[name], answered[echo], inner))
    );
  if (typeof asked === "object" || typeof answered === "object")
    return JSON.stringify(asked ?? null) === JSON.stringify(answered ?? null);
  return asked === answered || String(asked) === String(answered);
}

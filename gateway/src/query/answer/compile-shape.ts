import {
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { Rename } from "../../plan/plan.ts";
import { type Place, placeUnder } from "../entities/entity-places.ts";
import type { AnswerShape, ShapeField, ShapeFields } from "./answer-shape.ts";
import type { FactLoan, FactsBehind } from "./fact-loans.ts";
import { fieldsByKey } from "./fields-by-key.ts";
import { leafCheckFor } from "./leaf-check.ts";
import { renamesBelow, renamesOn } from "./renames.ts";
import { typeMatches } from "./type-match.ts";

interface Selected {
  readonly parent: string;
  readonly sets: readonly SelectionSetNode[];
  readonly renames: readonly Rename[];
  /** Where in the answer the objects will lie. */
  readonly places: readonly Place[];
  readonly entityPlaces: ReadonlySet<Place>;
  readonly entities: boolean;
  readonly factsBehind: FactsBehind;
}

/** Compiles selections on a type, as they are sent to a subgraph, to the shape of what may come back. */
export function compileShape(
  schema: GraphQLSchema,
  {
    selections,
    ...selected
  }: Omit<Selected, "sets" | "entities"> & { readonly selections: SelectionSetNode },
): AnswerShape {
  return new Shape(schema, { ...selected, sets: [selections], entities: false });
}

class Shape implements AnswerShape {
  readonly entities: boolean;
  private readonly schema: GraphQLSchema;
  private readonly selected: Selected;
  /** Subgraphs may give their root types other names, which mean nothing here. */
  private readonly isRoot: boolean;
  private readonly byType = new Map<string, ShapeFields | undefined>();

  constructor(schema: GraphQLSchema, selected: Selected) {
    this.schema = schema;
    this.selected = selected;
    this.entities = selected.entities;
    const roots = [schema.getQueryType(), schema.getMutationType()];
    this.isRoot = roots.some((root) => root?.name === selected.parent);
  }

  fieldsFor(typename: unknown): ShapeFields | undefined {
    const type = typeof typename === "string" && !this.isRoot ? typename : this.selected.parent;
    const known = this.byType.get(type);
    if (known || this.byType.has(type)) return known;
    const fields = this.mayBe(type) ? this.compile(type) : undefined;
    // Only names of the schema are kept, so that a partner cannot make this map grow.
    if (this.schema.getType(type)) this.byType.set(type, fields);
    return fields;
  }

  loansFrom(lender: string, path: readonly string[]): FactLoan[] {
    const { parent, factsBehind } = this.selected;
    // Below an object of the same type that one lends.
    if (parent === lender || !isObjectType(this.schema.getType(parent))) return [];
    return (this.fieldsFor(undefined)?.fields ?? []).flatMap(({ to: field, content, type }) => {
      if (!("object" in content)) return [];
      const facts = type === lender ? factsBehind(parent, field) : [];
      const own = facts.length > 0 ? [{ path, field, facts }] : [];
      return [...own, ...content.object.loansFrom(lender, [...path, field])];
    });
  }

  private mayBe(typename: string): boolean {
    const { parent } = this.selected;
    return parent === "_Entity" || typeMatches(this.schema, typename, parent);
  }

  private compile(type: string): ShapeFields {
    const renames = renamesOn(this.selected.renames, (condition) =>
      typeMatches(this.schema, type, condition),
    );
    const nodes = fieldsByKey(this.schema, this.selected.sets, type);
    const fields = [...nodes].map(([key, group]) => this.field(type, { key, group, renames }));
    const loans = fields.flatMap(({ content, to }) =>
      "object" in content ? content.object.loansFrom(type, [to]) : [],
    );
    return {
      loans,
      fields,
      keys: fields.map(({ to }) => to),
      leaves: fields.every(({ content, lists }) => "leaf" in content && lists === 0),
      renamed: fields.some(({ key, to }) => key !== to),
    };
  }

  private field(
    parent: string,
    { key, group, renames }: { key: string; group: readonly FieldNode[]; renames: readonly Rename[] },
  ): ShapeField {
    const [first] = group;
    const name = first?.name.value ?? key;
    const { type, lists } = typeOfField(this.schema, parent, name);
    const to = renames.find(({ path }) => path.length === 1 && path[0] === key)?.to ?? key;
    const own = { key, to, type: type?.name ?? "", lists, inherited: key in Object.prototype };
    if (!isObjectType(type) && !isAbstractType(type))
      return { ...own, content: { leaf: isLeafType(type) ? leafCheckFor(type) : () => false } };
    const places = this.selected.places.map((place) => placeUnder(place, to));
    const object = new Shape(this.schema, {
      ...this.selected,
      parent: type.name,
      sets: group.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : [])),
      renames: renamesBelow(renames, key),
      places,
      entities: places.every((place) => this.selected.entityPlaces.has(place)),
    });
    return { ...own, content: { object } };
  }
}

function typeOfField(schema: GraphQLSchema, parent: string, name: string) {
  const type = schema.getType(parent);
  if (name === "__typename") return { type: schema.getType("String"), lists: 0 };
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${parent} is not a type with fields`);
  const field = type.getFields()[name];
  if (!field) throw new Error(`${parent} has no field ${name}`);
  let lists = 0;
  for (let each = field.type; isListType(each) || isNonNullType(each); each = each.ofType)
    if (isListType(each)) lists += 1;
  return { type: getNamedType(field.type), lists };
}

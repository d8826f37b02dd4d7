import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import type { OperationChoice } from "../plan/operation/choose-operation.ts";
import type { FieldRules } from "./field-rules.ts";
import { factSelections, fragmentOn, typeSelection } from "./fact-selections.ts";
import type { Profile } from "./profile.ts";

/** What operations are filtered by. */
export interface Filtering {
  readonly apiSchema: GraphQLSchema;
  readonly rules: FieldRules;
}

/**
 * Rewrites an operation for the viewers of one profile: fields that they may read on no object are withheld, so that no subgraph
 * is asked for them, and what later decisions need to know of objects is asked for beside them.
 */
export function filterOperation(
  filtering: Filtering,
  choice: OperationChoice,
  profile: Profile,
): OperationChoice {
  const filter = new Filter(filtering, profile);
  const { apiSchema } = filtering;
  const { definition, conditions } = choice;
  const root = definition.operation === "mutation" ? apiSchema.getMutationType() : apiSchema.getQueryType();
  const selectionSet = filter.selections(definition.selectionSet, root ?? undefined);
  const fragments = [...choice.fragments].map(([name, each]) => [name, filter.fragment(each)] as const);
  return {
    conditions,
    definition: { ...definition, selectionSet },
    fragments: new Map(fragments),
    withheld: filter.withheld,
  };
}

class Filter {
  readonly withheld = new Set<FieldNode>();
  private readonly filtering: Filtering;
  private readonly profile: Profile;

  constructor(filtering: Filtering, profile: Profile) {
    this.filtering = filtering;
    this.profile = profile;
  }

  fragment(fragment: FragmentDefinitionNode): FragmentDefinitionNode {
    const type = this.filtering.apiSchema.getType(fragment.typeCondition.name.value);
    return { ...fragment, selectionSet: this.selections(fragment.selectionSet, type) };
  }

  selections(set: SelectionSetNode, parent: GraphQLNamedType | undefined): SelectionSetNode {
    const objects = this.objectsOf(parent);
    const selections = set.selections.map((each) => this.selection(each, parent, objects));
    const fields = set.selections.filter((each) => each.kind === Kind.FIELD);
    const facts = objects.flatMap((type) => this.facts(fields, type, parent));
    return { ...set, selections: [...selections, ...facts] };
  }

  /** What decisions need of the objects of a type, of which these fields are selected. */
  private facts(
    fields: readonly FieldNode[],
    type: GraphQLObjectType,
    parent: GraphQLNamedType | undefined,
  ): readonly SelectionNode[] {
    const { rules } = this.filtering;
    const names = fields.map(({ name }) => name.value);
    const facts = rules.neededFacts(type.name, names, this.profile);
    if (!facts) return [];
    const selections = factSelections(type, facts);
    if (type !== parent) return [fragmentOn(type, [typeSelection, ...selections])];
    // The writer knows the type by the schema. Whoever goes on to other objects, or sends this one inside of another, does not.
    const named = fields.some(({ selectionSet }) => selectionSet) || rules.isRequired(type.name);
    return named ? [typeSelection, ...selections] : selections;
  }

  private selection(
    selection: SelectionNode,
    parent: GraphQLNamedType | undefined,
    objects: readonly GraphQLObjectType[],
  ): SelectionNode {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const type = condition === undefined ? parent : this.filtering.apiSchema.getType(condition);
      return { ...selection, selectionSet: this.selections(selection.selectionSet, type) };
    }
    return this.field(selection, parent, objects);
  }

  private field(
    field: FieldNode,
    parent: GraphQLNamedType | undefined,
    objects: readonly GraphQLObjectType[],
  ): FieldNode {
    const name = field.name.value;
    const fielded = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = fielded && getNamedType(fielded.type);
    const filtered: FieldNode = field.selectionSet
      ? { ...field, selectionSet: this.selections(field.selectionSet, type) }
      : field;
    // On an interface a field is asked for as long as one kind of object may show it.
    const never = (each: GraphQLNamedType) => this.filtering.rules.never(each.name, name, this.profile);
    if (objects.length > 0 && (objects.every(never) || (parent && never(parent))))
      this.withheld.add(filtered);
    return filtered;
  }

  private objectsOf(type: GraphQLNamedType | undefined): readonly GraphQLObjectType[] {
    if (isObjectType(type)) return [type];
    if (!isCompositeType(type) || !isAbstractType(type)) return [];
    return this.filtering.apiSchema.getPossibleTypes(type);
  }
}

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
import type { FactReferences } from "./fact-references.ts";
import { factSelections, fragmentOn, typeSelection } from "./fact-selections.ts";
import type { ViewerProfile } from "./viewer-profile.ts";
import type { FactPath } from "./visibility-rules.ts";

/** What operations are filtered by. */
export interface Filtering {
  readonly apiSchema: GraphQLSchema;
  readonly rules: FieldRules;
  readonly references: FactReferences;
}

/** An object around those that selections are made on, and the facts of theirs that it is asked for in their place. */
interface Enclosing {
  readonly type: GraphQLObjectType;
  readonly facts: FactPath[];
}

/** What selections are made on. */
interface Place {
  readonly parent: GraphQLNamedType | undefined;
  /** The objects around, from the nearest, as far as they come in one answer. */
  readonly around: readonly Enclosing[];
}

/**
 * Rewrites an operation for the viewers of one profile: fields that they may read on no object are withheld,
 * so that no subgraph is asked for them, and what later decisions need to know of objects is asked for beside
 * them.
 */
export function filterOperation(
  filtering: Filtering,
  choice: OperationChoice,
  profile: ViewerProfile,
): OperationChoice {
  const filter = new Filter(filtering, profile);
  const { apiSchema } = filtering;
  const { definition, conditions } = choice;
  const root = definition.operation === "mutation" ? apiSchema.getMutationType() : apiSchema.getQueryType();
  const selectionSet = filter.selections(definition.selectionSet, { parent: root ?? undefined, around: [] });
  const fragments = [...choice.fragments].map(([name, each]) => [name, filter.fragment(each)] as const);
  return {
    conditions,
    definition: { ...definition, selectionSet },
    fragments: new Map(fragments),
    withheld: filter.withheld,
  };
}

/** A place, and what is known of the objects there. */
interface Within extends Place {
  readonly objects: readonly GraphQLObjectType[];
  /** The objects themselves, if the schema leaves no choice of their type. */
  readonly own: Enclosing | undefined;
}

class Filter {
  readonly withheld = new Set<FieldNode>();
  private readonly filtering: Filtering;
  private readonly profile: ViewerProfile;

  constructor(filtering: Filtering, profile: ViewerProfile) {
    this.filtering = filtering;
    this.profile = profile;
  }

  fragment(fragment: FragmentDefinitionNode): FragmentDefinitionNode {
    const type = this.filtering.apiSchema.getType(fragment.typeCondition.name.value);
    const place = { parent: type, around: [] };
    return { ...fragment, selectionSet: this.selections(fragment.selectionSet, place) };
  }

  selections(set: SelectionSetNode, place: Place): SelectionSetNode {
    const objects = this.objectsOf(place.parent);
    const own = isObjectType(place.parent) ? { type: place.parent, facts: [] } : undefined;
    const selections = set.selections.map((each) => this.selection(each, { ...place, own, objects }));
    const fields = set.selections.filter((each) => each.kind === Kind.FIELD);
    const facts = objects.flatMap((type) => this.facts(fields, type, place));
    const lent = own ? factSelections(own.type, own.facts) : [];
    return { ...set, selections: [...selections, ...facts, ...lent] };
  }

  /** What decisions need of the objects of a type, of which these fields are selected. */
  private facts(
    fields: readonly FieldNode[],
    type: GraphQLObjectType,
    { parent, around }: Place,
  ): readonly SelectionNode[] {
    const { rules, references } = this.filtering;
    const names = fields.map(({ name }) => name.value);
    const facts = rules.neededFacts(type.name, names, this.profile);
    if (!facts) return [];
    if (type !== parent) return [fragmentOn(type, [typeSelection, ...factSelections(type, facts)])];
    const selections = factSelections(type, borrowed(type, facts, { references, around }));
    // The writer knows the type by the schema. Whoever goes on to other objects, or sends this one inside of
    // another, does not.
    const named = fields.some(({ selectionSet }) => selectionSet) || rules.isRequired(type.name);
    return named ? [typeSelection, ...selections] : selections;
  }

  private selection(selection: SelectionNode, within: Within): SelectionNode {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const parent = condition === undefined ? within.parent : this.filtering.apiSchema.getType(condition);
      const place = { parent, around: within.around };
      return { ...selection, selectionSet: this.selections(selection.selectionSet, place) };
    }
    return this.field(selection, within);
  }

  private field(field: FieldNode, { parent, objects, own, around }: Within): FieldNode {
    const name = field.name.value;
    const fielded = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = fielded && getNamedType(fielded.type);
    const enclosed = own && this.filtering.references.enclosed(own.type.name, name);
    const place = { parent: type, around: enclosed ? [own, ...around] : [] };
    const filtered: FieldNode = field.selectionSet
      ? { ...field, selectionSet: this.selections(field.selectionSet, place) }
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

interface Borrowing {
  readonly references: FactReferences;
  readonly around: readonly Enclosing[];
}

/**
 * The facts that objects of a type are asked for: where one around them can tell a fact, they only name it by
 * its id.
 */
function borrowed(
  type: GraphQLObjectType,
  facts: readonly FactPath[],
  { references, around }: Borrowing,
): FactPath[] {
  return facts.map(({ fact, path }) => {
    const [field = "", ...rest] = path;
    const named = rest.length > 0 ? references.named(type.name, field) : undefined;
    const lender = around.find((each) => each.type.name === named);
    if (!lender) return { fact, path };
    lender.facts.push({ fact, path: ["id"] }, { fact, path: rest });
    return { fact, path: [field, "id"] };
  });
}

import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
  print,
} from "graphql";
import { printFieldSet, readFieldSet } from "../selection/field-set.ts";
import {
  type FieldedTypeNode,
  directivesNamed,
  literalOf,
  namedTypeOf,
  typesByName,
} from "../supergraph/join-directives.ts";
import { RESERVED_PREFIX } from "../../reserved-names.ts";

/** A field with fixed arguments, which the planner knows under a name of its own. */
export interface ArgumentVariant {
  readonly standIn: string;
  readonly field: string;
  readonly arguments: readonly ArgumentNode[];
}

/** The planner's copy of a supergraph, in which no `@requires` carries arguments, and the way back. */
export interface SpecialisedSupergraph {
  readonly document: DocumentNode;
  /** What a stand-in stands for. */
  readonly variantOf: (name: string) => ArgumentVariant | undefined;
}

/**
 * Gives each (field, arguments) that a `@requires` uses a stand-in without arguments. The planner merges
 * required fields by name alone: `price(currency: "USD")` needed in one place and `EUR` in another would
 * become one fetch, and one of the two subgraph fields would silently be computed from the wrong price.
 */
export function specialiseArguments(document: DocumentNode): SpecialisedSupergraph {
  const variants = new VariantRegistry(document);
  const rewritten = mapFields(document, (type, field) => ({
    ...field,
    directives: field.directives?.map((directive) => variants.rewriteRequires(type, directive)),
  }));
  return {
    document: addStandIns(rewritten, variants),
    variantOf: (name) => variants.byStandIn.get(name),
  };
}

class VariantRegistry {
  readonly byStandIn = new Map<string, ArgumentVariant>();
  /** Which stand-ins each type must offer. */
  readonly byType = new Map<string, Map<string, ArgumentVariant>>();
  private readonly byText = new Map<string, ArgumentVariant>();
  private readonly types: ReadonlyMap<string, FieldedTypeNode>;

  constructor(document: DocumentNode) {
    this.types = typesByName(document);
  }

  rewriteRequires(type: FieldedTypeNode, directive: ConstDirectiveNode): ConstDirectiveNode {
    const requires = directive.name.value === "join__field" ? literalOf(directive, "requires") : undefined;
    if (!requires?.includes("(")) return directive;
    const value = printFieldSet(this.rewriteSelections(readFieldSet(requires), type.name.value));
    return {
      ...directive,
      arguments: directive.arguments?.map((argument) =>
        argument.name.value === "requires"
          ? { ...argument, value: { kind: "StringValue", value } }
          : argument,
      ),
    } as ConstDirectiveNode;
  }

  private rewriteSelections(set: SelectionSetNode, type: string): SelectionSetNode {
    return { ...set, selections: set.selections.map((each) => this.rewriteSelection(each, type)) };
  }

  private rewriteSelection(selection: SelectionNode, type: string): SelectionNode {
    if (selection.kind === "FragmentSpread") return selection;
    if (selection.kind === "InlineFragment") {
      const inner = selection.typeCondition?.name.value ?? type;
      return { ...selection, selectionSet: this.rewriteSelections(selection.selectionSet, inner) };
    }
    const inner = selection.selectionSet;
    const rewritten = inner
      ? { ...selection, selectionSet: this.rewriteSelections(inner, this.typeOfField(type, selection)) }
      : selection;
    if (!selection.arguments?.length) return rewritten;
    const { standIn } = this.register(type, selection);
    return { ...rewritten, name: { ...selection.name, value: standIn }, arguments: [] };
  }

  private typeOfField(type: string, selection: FieldNode): string {
    const field = this.types.get(type)?.fields?.find(({ name }) => name.value === selection.name.value);
    return field ? namedTypeOf(field.type) : "";
  }

  private register(type: string, selection: FieldNode): ArgumentVariant {
    const field = selection.name.value;
    const text = `${field}(${(selection.arguments ?? []).map(print).toSorted().join(",")})`;
    const known = this.byText.get(text);
    const variant = known ?? {
      standIn: `${RESERVED_PREFIX}r${this.byText.size}_${field}`,
      field,
      arguments: selection.arguments ?? [],
    };
    this.byText.set(text, variant);
    this.byStandIn.set(variant.standIn, variant);
    for (const each of [type, ...this.implementersOf(type)]) {
      this.byType.set(each, (this.byType.get(each) ?? new Map<string, ArgumentVariant>()).set(text, variant));
    }
    return variant;
  }

  /** An interface with a stand-in is only valid if its implementers have it too. */
  private implementersOf(type: string): string[] {
    return [...this.types.values()]
      .filter(({ interfaces }) => interfaces?.some(({ name }) => name.value === type))
      .map(({ name }) => name.value);
  }
}

function addStandIns(document: DocumentNode, variants: VariantRegistry): DocumentNode {
  return mapTypes(document, (type) => {
    const wanted = variants.byType.get(type.name.value);
    if (!wanted) return type;
    const standIns = [...wanted.values()].flatMap((variant) => {
      const real = type.fields?.find(({ name }) => name.value === variant.field);
      return real ? [standInFor(real, variant)] : [];
    });
    return { ...type, fields: [...(type.fields ?? []), ...standIns] };
  });
}

/** The same type and the same resolving subgraphs as the real field, without its arguments. */
function standInFor(field: FieldDefinitionNode, variant: ArgumentVariant): FieldDefinitionNode {
  const directives = directivesNamed(field, "join__field");
  return { ...field, name: { ...field.name, value: variant.standIn }, arguments: [], directives };
}

function mapTypes(document: DocumentNode, map: (type: FieldedTypeNode) => FieldedTypeNode): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === "ObjectTypeDefinition" || definition.kind === "InterfaceTypeDefinition"
        ? map(definition)
        : definition,
    ),
  };
}

function mapFields(
  document: DocumentNode,
  map: (type: FieldedTypeNode, field: FieldDefinitionNode) => FieldDefinitionNode,
): DocumentNode {
  return mapTypes(document, (type) => ({ ...type, fields: type.fields?.map((field) => map(type, field)) }));
}

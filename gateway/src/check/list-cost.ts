import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";
import type { OperationLimits } from "./operation-limits.ts";

const PAGE_ARGUMENTS: ReadonlySet<string> = new Set(["first", "last", "limit"]);
/** The lists of a page: its size was already said on the field that the page is of. */
const PAGE_LISTS: ReadonlySet<string> = new Set(["nodes", "edges"]);
const SATURATED = Number.MAX_SAFE_INTEGER;
/** What the gateway answers itself, as much as many fields of companies, whatever lengths its lists have. */
const OWN_ANSWERS: ReadonlyMap<string, number> = new Map([
  ["__schema", 100_000],
  ["__type", 10_000],
  // It asks of every company of the chain what it may see.
  ["whoCanSee", 100_000],
]);

/** What the cost of a document is reckoned from. */
export interface CostOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How many fields the largest operation of a document may make an answer hold; saturates instead of overflowing. */
export function listCost(document: DocumentNode, options: CostOptions): number {
  const { schema, variables } = options;
  const reckoning = new Reckoning(document, {
    ...options,
    variables: { ...defaultsOf(document), ...variables },
  });
  const costs = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return 0;
    const root = definition.operation === "mutation" ? schema.getMutationType() : schema.getQueryType();
    return reckoning.selections(definition.selectionSet, root ?? undefined, false);
  });
  return Math.max(0, ...costs);
}

/** The values of variables that a request leaves out; of several operations' defaults the largest counts. */
function defaultsOf(document: DocumentNode): Readonly<Record<string, number>> {
  const defaults = new Map<string, number>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, defaultValue } of definition.variableDefinitions ?? []) {
      if (defaultValue?.kind !== Kind.INT) continue;
      const name = variable.name.value;
      defaults.set(name, Math.max(defaults.get(name) ?? 0, Number(defaultValue.value)));
    }
  }
  return Object.fromEntries(defaults);
}

/** Whether the cost of a document depends on the values of its variables. */
export function dependsOnVariables(document: DocumentNode): boolean {
  return document.definitions.some(
    (definition) => "selectionSet" in definition && hasPageVariable(definition.selectionSet),
  );
}

function hasPageVariable(set: SelectionSetNode): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
    const pages = selection.kind === Kind.FIELD ? (selection.arguments ?? []) : [];
    const own = pages.some(
      ({ name, value }) => PAGE_ARGUMENTS.has(name.value) && value.kind === Kind.VARIABLE,
    );
    return own || (selection.selectionSet !== undefined && hasPageVariable(selection.selectionSet));
  });
}

class Reckoning {
  private readonly options: CostOptions;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, number>();

  constructor(document: DocumentNode, options: CostOptions) {
    this.options = options;
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  selections(set: SelectionSetNode, type: GraphQLNamedType | undefined, paged: boolean): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += this.field(selection, type, paged);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += this.fragment(selection.name.value, paged);
      else {
        const condition = selection.typeCondition?.name.value;
        const inner = condition === undefined ? type : this.options.schema.getType(condition);
        cost += this.selections(selection.selectionSet, inner, paged);
      }
    }
    return Math.min(cost, SATURATED);
  }

  /** A partner's type may have a field of the same name. */
  private isOfGateway({ name }: FieldNode, parent: GraphQLNamedType | undefined): boolean {
    return name.value.startsWith("__") || parent === this.options.schema.getQueryType();
  }

  private fragment(name: string, paged: boolean): number {
    const key = `${name} ${paged}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const definition = this.fragments.get(name);
    const type = definition && this.options.schema.getType(definition.typeCondition.name.value);
    const cost = definition ? this.selections(definition.selectionSet, type, paged) : 0;
    this.known.set(key, cost);
    return cost;
  }

  private field(node: FieldNode, parent: GraphQLNamedType | undefined, paged: boolean): number {
    const own = OWN_ANSWERS.get(node.name.value);
    if (own !== undefined && this.isOfGateway(node, parent)) return own;
    const field = fieldOf(parent, node.name.value);
    // Validation says so in its own words.
    if (!field || !node.selectionSet) return 1;
    const page = this.pageSize(node);
    const listed = isListType(getNullableType(field.type)) && !(paged && PAGE_LISTS.has(node.name.value));
    const length = page ?? (listed ? this.options.limits.assumedLength : 1);
    const inner = this.selections(node.selectionSet, getNamedType(field.type), page !== undefined);
    return Math.min(1 + length * inner, SATURATED);
  }

  private pageSize({ arguments: given = [] }: FieldNode): number | undefined {
    const page = given.find(({ name }) => PAGE_ARGUMENTS.has(name.value))?.value;
    if (page?.kind === Kind.INT) return Math.max(1, Number(page.value));
    if (page?.kind !== Kind.VARIABLE) return undefined;
    const value = this.options.variables[page.name.value];
    return typeof value === "number" ? Math.max(1, value) : undefined;
  }
}

function fieldOf(
  parent: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

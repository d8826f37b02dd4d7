import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { isReserved } from "../reserved-names.ts";
import { countEqualFields } from "./equal-fields.ts";
import type { OperationLimits } from "./operation-limits.ts";

/** The size of a selection set with its fragments expanded. */
interface Measure {
  readonly selections: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly schemas: number;
}

const nothing: Measure = { selections: 0, depth: 0, aliases: 0, directives: 0, schemas: 0 };

/** Counting stops here: a document of doubled fragments would count beyond any number otherwise. */
const SATURATED = 1_000_000;

/**
 * Why a document is too large to be validated or planned; undefined if it is not. Each fragment is measured
 * once however often it is spread, so the time is that of reading the document, not that of expanding it.
 */
export function measureDocument(document: DocumentNode, limits: OperationLimits): string | undefined {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operations.length > limits.operations)
    return `The document has more than ${limits.operations} operations`;
  const measuring = new Measuring(document);
  for (const operation of operations) {
    const fault = faultOf(operation, measuring, limits);
    if (fault !== undefined) return fault;
  }
  return measuring.fault;
}

function faultOf(
  operation: OperationDefinitionNode,
  measuring: Measuring,
  limits: OperationLimits,
): string | undefined {
  const measure = measuring.selections(operation.selectionSet);
  if (measuring.fault !== undefined) return measuring.fault;
  const roots = measuring.rootFields(operation.selectionSet);
  const rootLimit = operation.operation === "mutation" ? limits.rootMutations : limits.rootFields;
  const counted = [
    ["levels of fields", measure.depth, limits.depth],
    ["selections", measure.selections, limits.selections],
    ["aliases", measure.aliases, limits.aliases],
    ["directives", measure.directives + (operation.directives?.length ?? 0), limits.directives],
    ["root fields", roots, rootLimit],
    ["requests for the schema", measure.schemas, limits.schemas],
  ] as const;
  const over = counted.find(([, count, limit]) => count > limit) ?? repeating(operation, measuring, limits);
  return over && `The operation has more than ${over[2]} ${over[0]}`;
}

/** Counted last, as what is larger than it may be has no bounds in which to count. */
function repeating(
  { selectionSet }: OperationDefinitionNode,
  { fragments }: Measuring,
  { equalFields }: OperationLimits,
) {
  const count = countEqualFields(selectionSet, fragments);
  return count > equalFields ? (["pairs of equal fields", count, equalFields] as const) : undefined;
}

class Measuring {
  /** What is wrong with the document whatever its size. */
  fault: string | undefined;
  readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Measure>();
  private readonly counted = new Map<string, number>();
  private readonly open = new Set<string>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  selections(set: SelectionSetNode): Measure {
    let total = nothing;
    for (const selection of set.selections) total = add(total, this.selection(selection));
    return total;
  }

  /** Root fields, those of fragments included; a name is counted as often as it is written. */
  rootFields(set: SelectionSetNode): number {
    let count = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) count += 1;
      else if (selection.kind === Kind.INLINE_FRAGMENT) count += this.rootFields(selection.selectionSet);
      else count += this.rootFieldsOf(selection.name.value);
    }
    return Math.min(count, SATURATED);
  }

  private rootFieldsOf(fragment: string): number {
    const known = this.counted.get(fragment);
    if (known !== undefined) return known;
    const definition = this.fragments.get(fragment);
    const count = definition ? this.rootFields(definition.selectionSet) : 0;
    this.counted.set(fragment, count);
    return count;
  }

  private selection(selection: SelectionNode): Measure {
    const own = { ...nothing, selections: 1, directives: selection.directives?.length ?? 0 };
    if (selection.kind === Kind.FRAGMENT_SPREAD) return add(own, this.fragment(selection.name.value));
    const inner = selection.selectionSet ? this.selections(selection.selectionSet) : nothing;
    if (selection.kind === Kind.INLINE_FRAGMENT) return add(own, inner);
    const alias = selection.alias?.value;
    if (isReserved(alias ?? "") || isReserved(selection.name.value))
      this.fault ??= `The name "${alias ?? selection.name.value}" is reserved`;
    const schemas = selection.name.value === "__schema" ? 1 : 0;
    // Under another name each list of the schema is answered again, at the one cost of asking for it.
    if (inner.aliases > 0 && (schemas > 0 || selection.name.value === "__type"))
      this.fault ??= "The schema is asked for with aliases";
    const aliases = alias === undefined ? 0 : 1;
    return add({ ...own, aliases, schemas }, { ...inner, depth: inner.depth + 1 });
  }

  private fragment(name: string): Measure {
    const known = this.measured.get(name);
    if (known) return known;
    const definition = this.fragments.get(name);
    // Validation says so in its own words.
    if (!definition) return nothing;
    if (this.open.has(name)) {
      this.fault ??= `The fragment "${name}" contains itself`;
      return nothing;
    }
    this.open.add(name);
    const measure = this.selections(definition.selectionSet);
    this.open.delete(name);
    this.measured.set(name, measure);
    return measure;
  }
}

function add(a: Measure, b: Measure): Measure {
  return {
    selections: Math.min(a.selections + b.selections, SATURATED),
    depth: Math.max(a.depth, b.depth),
    aliases: Math.min(a.aliases + b.aliases, SATURATED),
    directives: Math.min(a.directives + b.directives, SATURATED),
    schemas: Math.min(a.schemas + b.schemas, SATURATED),
  };
}

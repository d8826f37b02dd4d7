import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
  print,
  visit,
} from "graphql";
import type { OperationChoice } from "./choose-operation.ts";
import { RefusedOperation } from "../refused-operation.ts";
import { TYPENAME } from "../selection/selected-fields.ts";
import { RESERVED_PREFIX, isReserved } from "../../reserved-names.ts";

/** One operation in the two forms that the engine needs: what to gather, and what to write. */
export interface CanonicalOperation {
  readonly operation: "query" | "mutation";
  readonly variables: readonly VariableDefinitionNode[];
  /** What to gather. Each key stands for one field with one list of arguments, whatever clients call it. */
  readonly gathered: SelectionSetNode;
  /** What to write: the client's own response keys, in the client's order. */
  readonly written: SelectionSetNode;
  /** The key under which a field lies among the gathered data. */
  readonly keyOf: (field: FieldNode) => string;
}

/**
 * Brings an operation into canonical form: fragments inlined, `@skip` and `@include` decided, aliases isolated.
 *
 * Alias isolation is what keeps one company's answer out of another one's input. The planner merges fields by response
 * key and copies what lies under a key such as `name` into representations; a client that writes
 * `{ me { name: echo(text: "FORGED") greeting } }` would decide what a `@requires(fields: "name")` sends. So a plain
 * key always means the plain field here, and a field with arguments gets a key of ours.
 */
export function canonicalOperation({
  definition,
  fragments,
  conditions,
  withheld,
}: OperationChoice): CanonicalOperation {
  if (definition.operation === "subscription")
    throw new RefusedOperation("UNSUPPORTED_OPERATION", "Subscriptions are not supported");
  const effects = definition.operation === "mutation";
  const expansion = new Expansion({ fragments, conditions, effects, withheld });
  const { gathered, written } = expansion.selections(definition.selectionSet, true);
  return {
    operation: definition.operation,
    variables: definition.variableDefinitions ?? [],
    gathered,
    written,
    keyOf: (field) => expansion.keys.get(field) ?? field.name.value,
  };
}

/** Names fields so that two get the same key if, and only if, they ask for the same. */
class CanonicalKeys {
  private readonly keys = new Map<string, string>();

  of({ name: { value: name }, arguments: given, directives }: FieldNode, occurrence: string): string {
    const parts = [...(given ?? []).map(textOf).toSorted(), ...(directives ?? []).map(print)];
    if (parts.length === 0 && occurrence === "") return name;
    const identity = `${occurrence}:${name}(${parts.join(",")})`;
    const key = this.keys.get(identity) ?? `${RESERVED_PREFIX}${this.keys.size}_${name}`;
    this.keys.set(identity, key);
    return key;
  }
}

/** Equal for arguments that validation takes for the same: the order of an input object's fields means nothing. */
function textOf(argument: ArgumentNode): string {
  const sorted = visit(argument, {
    ObjectValue: {
      leave: (value) => ({
        ...value,
        fields: value.fields.toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1)),
      }),
    },
  });
  return print(sorted);
}

interface Expanded {
  readonly gathered: SelectionSetNode;
  readonly written: SelectionSetNode;
}

interface ExpansionOptions extends Pick<OperationChoice, "fragments" | "conditions" | "withheld"> {
  readonly effects: boolean;
}

class Expansion {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly conditions: Readonly<Record<string, boolean>>;
  /** Whether the root fields have effects: then two equal ones are two orders, not one question. */
  private readonly effects: boolean;
  private readonly withheld: ReadonlySet<FieldNode>;
  private readonly names = new CanonicalKeys();
  /** The keys of the fields that are written. */
  readonly keys = new Map<FieldNode, string>();

  constructor({ fragments, conditions, effects, withheld = new Set() }: ExpansionOptions) {
    this.fragments = fragments;
    this.conditions = conditions;
    this.effects = effects;
    this.withheld = withheld;
  }

  selections(set: SelectionSetNode, root: boolean): Expanded {
    const gathered: SelectionNode[] = [];
    const written: SelectionNode[] = [];
    for (const selection of set.selections) {
      refuseIncremental(selection.directives);
      if (!this.included(selection.directives)) continue;
      if (selection.kind === Kind.FIELD) this.field(selection, root, { gathered, written });
      else this.fragment(selection, root, { gathered, written });
    }
    return {
      gathered: { kind: Kind.SELECTION_SET, selections: gathered },
      written: { kind: Kind.SELECTION_SET, selections: written },
    };
  }

  private field(
    field: FieldNode,
    root: boolean,
    into: { readonly gathered: SelectionNode[]; readonly written: SelectionNode[] },
  ): void {
    const inner = field.selectionSet && this.selections(field.selectionSet, false);
    const plain = { ...field, directives: remainingDirectives(field) };
    const responseKey = field.alias?.value ?? field.name.value;
    const key = this.names.of(plain, root && this.effects ? responseKey : "");
    // Fields under a reserved response key were added by the gateway itself: gathered, never written.
    if (!isReserved(responseKey)) {
      const written = { ...plain, ...(inner && { selectionSet: inner.written }) };
      into.written.push(written);
      this.keys.set(written, key);
    }
    // The gateway answers for its own schema, wherever it is asked, and for root types.
    if (field.name.value.startsWith("__") && (root || field.name.value !== "__typename")) return;
    if (this.withheld.has(field)) return;
    into.gathered.push({
      kind: Kind.FIELD,
      name: field.name,
      arguments: field.arguments ?? [],
      directives: plain.directives,
      ...(key !== field.name.value && { alias: { kind: Kind.NAME, value: key } }),
      ...(inner && { selectionSet: neverEmpty(inner.gathered) }),
    });
  }

  private fragment(
    selection: Exclude<SelectionNode, FieldNode>,
    root: boolean,
    into: { readonly gathered: SelectionNode[]; readonly written: SelectionNode[] },
  ): void {
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
    if (!fragment) return;
    const inner = this.selections(fragment.selectionSet, root);
    const shared = { kind: Kind.INLINE_FRAGMENT, typeCondition: fragment.typeCondition } as const;
    const isWritten = inner.written.selections.length > 0;
    if (isWritten) into.written.push({ ...shared, selectionSet: inner.written });
    // A fragment at the root always applies.
    if (root) into.gathered.push(...inner.gathered.selections);
    else if (isWritten || inner.gathered.selections.length > 0)
      into.gathered.push({ ...shared, selectionSet: neverEmpty(inner.gathered) });
  }

  private included(directives: readonly DirectiveNode[] = []): boolean {
    return directives.every(({ name, arguments: given }) => {
      if (name.value !== "skip" && name.value !== "include") return true;
      const value = given?.[0]?.value;
      const condition =
        value?.kind === Kind.BOOLEAN
          ? value.value
          : value?.kind === Kind.VARIABLE && this.conditions[value.name.value] === true;
      return condition === (name.value === "include");
    });
  }
}

/** An object of which nothing is left to ask must still be asked for: it may be null, and is written by its type. */
function neverEmpty(set: SelectionSetNode): SelectionSetNode {
  if (set.selections.length > 0) return set;
  return { ...set, selections: [TYPENAME] };
}

function remainingDirectives({ directives = [] }: FieldNode): readonly DirectiveNode[] {
  return directives.filter(({ name }) => name.value !== "skip" && name.value !== "include");
}

function refuseIncremental(directives: readonly DirectiveNode[] = []): void {
  for (const { name } of directives)
    if (name.value === "defer" || name.value === "stream")
      throw new RefusedOperation("UNSUPPORTED_OPERATION", `@${name.value} is not supported`);
}

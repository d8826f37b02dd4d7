import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

/** Counting stops here. */
const SATURATED = 1_000_000;

/**
 * How many pairs of fields stand in one place under one response key, fragments expanded. Validation compares
 * the fields of each pair, so that its time grows with their square: a page of repeated fields would take it
 * longer than all else. Selections must have been measured before: they are few, and no fragment contains
 * itself.
 */
export function countEqualFields(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  return pairsIn([set]);

  function pairsIn(sets: readonly SelectionSetNode[]): number {
    const byKey = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const each of sets) collect(each, { byKey, spread });
    let pairs = 0;
    for (const fields of byKey.values()) {
      pairs += (fields.length * (fields.length - 1)) / 2;
      const inner = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inner.length > 0 && pairs < SATURATED) pairs += pairsIn(inner);
    }
    return Math.min(pairs, SATURATED);
  }

  function collect({ selections }: SelectionSetNode, into: Place): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) addTo(into.byKey, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, into);
      else {
        // Validation knows that a fragment fits with itself, however often it is spread.
        const { value: name } = selection.name;
        const fragment = into.spread.has(name) ? undefined : fragments.get(name);
        into.spread.add(name);
        if (fragment) collect(fragment.selectionSet, into);
      }
    }
  }
}

/** What is collected of the selections on one object. */
interface Place {
  readonly byKey: Map<string, FieldNode[]>;
  /** The names of the fragments that were spread there. */
  readonly spread: Set<string>;
}

function addTo(byKey: Map<string, FieldNode[]>, field: FieldNode): void {
  const key = (field.alias ?? field.name).value;
  const known = byKey.get(key);
  if (known) known.push(field);
  else byKey.set(key, [field]);
}

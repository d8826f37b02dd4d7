import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type SelectionSetNode,
  type TypeNode,
  parse,
} from "graphql";
import { textArgument } from "../visibility/directive-arguments.ts";
import { FEDERATION, localNamesOf } from "../visibility/specification-links.ts";

/** A field that can never be computed, because in the end it needs itself. */
export interface CircularRequirement {
  /** Such as `Part.weight`. */
  readonly coordinate: string;
  readonly field: FieldDefinitionNode;
}

/** A field as one contract has it. */
interface ContractField extends CircularRequirement {
  readonly type: string;
  readonly external: boolean;
  readonly requires: string | undefined;
}

/**
 * Finds the fields that require each other in a circle: whoever computes one must be told another one first,
 * so that no order of requests ever computes any of them. (A chain of requirements that merely visits a
 * company twice is no circle.) Composition itself follows such a circle until its stack overflows, and has no
 * words for it.
 */
export function circularRequirements(contracts: readonly DocumentNode[]): readonly CircularRequirement[] {
  const fields = contracts.flatMap(fieldsOf);
  const types = new Map(fields.map(({ coordinate, field }) => [coordinate, namedTypeOf(field.type)]));
  const ways = fields
    .filter(({ external }) => !external)
    .map((way) => ({ ...way, needs: coordinatesIn(readFieldSet(way.requires), way.type, types) }));
  const offered = new Set(ways.map(({ coordinate }) => coordinate));
  const computable = new Set<string>();
  let before: number;
  do {
    before = computable.size;
    for (const { coordinate, needs } of ways)
      if (needs.every((need) => computable.has(need) || !offered.has(need))) computable.add(coordinate);
  } while (computable.size > before);
  return ways.filter(({ coordinate }) => !computable.has(coordinate));
}

function fieldsOf(contract: DocumentNode): ContractField[] {
  const [requires, external] = ["requires", "external"].map((name) =>
    localNamesOf(contract, FEDERATION, name),
  );
  return contract.definitions.flatMap((definition) => {
    if (!("fields" in definition) || !("interfaces" in definition)) return [];
    const type = definition.name.value;
    return (definition.fields ?? []).flatMap((field): ContractField[] => {
      if (field.kind !== Kind.FIELD_DEFINITION) return [];
      const applied = (names: ReadonlySet<string> | undefined) =>
        field.directives?.find(({ name }) => names?.has(name.value));
      const requiring = applied(requires);
      return [
        {
          type,
          field,
          coordinate: `${type}.${field.name.value}`,
          external: applied(external) !== undefined,
          requires: requiring && textArgument(requiring, "fields"),
        },
      ];
    });
  });
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

/** Undefined for what is no field set: composition says so in its own words. */
function readFieldSet(text: string | undefined): SelectionSetNode | undefined {
  if (text === undefined) return undefined;
  try {
    const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
    return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
  } catch {
    return undefined;
  }
}

/** All fields that a field set names, at any depth, by their types. */
function coordinatesIn(
  set: SelectionSetNode | undefined,
  type: string,
  types: ReadonlyMap<string, string>,
): readonly string[] {
  return (set?.selections ?? []).flatMap((selection): readonly string[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return coordinatesIn(selection.selectionSet, selection.typeCondition?.name.value ?? type, types);
    const coordinate = `${type}.${selection.name.value}`;
    return [coordinate, ...coordinatesIn(selection.selectionSet, types.get(coordinate) ?? "", types)];
  });
}

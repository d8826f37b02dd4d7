import { classesOn } from "./chain.ts";
import { readContract, type OperatedContract } from "./read-contract.ts";

/** A field that is new in a contract, or has other classes than when it was published last. */
export interface ChangedField {
  readonly subgraph: string;
  readonly coordinate: string;
  /** All that its readers need, those of its type included; none: everybody reads it. */
  readonly classes: readonly string[];
  /** Whether it names a class itself; if not, it is as open as its object. */
  readonly ownClass: boolean;
}

/** The fields whose readers change when contracts take the place of those that were published before. */
export function changedFields(
  before: readonly OperatedContract[],
  after: readonly OperatedContract[],
): ChangedField[] {
  const known = new Map(before.flatMap(fieldsOf).map((field) => [placeOf(field), field.classes.join()]));
  return after.flatMap(fieldsOf).filter((field) => known.get(placeOf(field)) !== field.classes.join());
}

function fieldsOf(contract: OperatedContract): ChangedField[] {
  return [...readContract(contract).types.values()].flatMap((type) =>
    [...type.fields.values()]
      .filter(({ external }) => !external)
      .map((field) => ({
        subgraph: contract.name,
        coordinate: field.coordinate,
        classes: classesOn(type, field).toSorted(),
        ownClass: field.classes.length > 0,
      })),
  );
}

function placeOf({ subgraph, coordinate }: ChangedField): string {
  return `${subgraph} ${coordinate}`;
}

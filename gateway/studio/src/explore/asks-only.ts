import { Kind, OperationTypeNode, parse } from "graphql";

/** Whether a document only asks, so that asking it again changes nothing anywhere. */
export function asksOnly(text: string): boolean {
  try {
    const { definitions } = parse(text, { noLocation: true });
    return definitions.every(
      (each) => each.kind !== Kind.OPERATION_DEFINITION || each.operation === OperationTypeNode.QUERY,
    );
  } catch {
    return false;
  }
}

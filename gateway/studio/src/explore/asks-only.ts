import { Kind, OperationTypeNode, parse } from "graphql";

/**
 * Whether an operation of a document only asks, so that asking it again changes nothing anywhere; without a name, whether
 * all of them do.
 */
export function asksOnly(text: string, operationName?: string): boolean {
  try {
    const { definitions } = parse(text, { noLocation: true });
    const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
    const meant = operations.filter(
      ({ name }) => operationName === undefined || name?.value === operationName,
    );
    return meant.length > 0 && meant.every(({ operation }) => operation === OperationTypeNode.QUERY);
  } catch {
    return false;
  }
}

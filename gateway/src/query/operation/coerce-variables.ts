import { type GraphQLSchema, type OperationDefinitionNode, getVariableValues } from "graphql";
import { RefusedOperation } from "../../plan/refused-operation.ts";

/**
 * The values of an operation's variables as the schema wants them; throws a RefusedOperation that names a
 * wrong one.
 */
export function coerceVariables(
  apiSchema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const { coerced, errors } = getVariableValues(apiSchema, variableDefinitions, given);
  if (coerced) return coerced;
  // Suggestions name values and fields that the client did not ask about.
  const [message = "A variable has no acceptable value"] = errors.map((error) =>
    error.message.replace(/ Did you mean .*$/s, ""),
  );
  throw new RefusedOperation("BAD_USER_INPUT", message);
}

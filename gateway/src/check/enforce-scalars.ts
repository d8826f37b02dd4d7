import { type Check, SCALAR_CHECKS } from "@maillon/schema";
import { GraphQLError, type GraphQLScalarType, type GraphQLSchema, isScalarType, Kind } from "graphql";

/**
 * Gives the identifiers and measures of a composed schema their checks, which composition leaves behind in the
 * subgraphs: a wrong check digit is refused here, in words, before any company is asked.
 */
export function enforceScalars(schema: GraphQLSchema): void {
  for (const [name, check] of Object.entries(SCALAR_CHECKS)) {
    const type = schema.getType(name);
    if (isScalarType(type)) enforce(type, check);
  }
}

function enforce(type: GraphQLScalarType, check: (text: string) => Check): void {
  const parse = (value: unknown): string => {
    const answer = typeof value === "string" ? check(value) : undefined;
    if (answer?.ok) return answer.value;
    throw new GraphQLError(
      answer ? `${type.name}: ${answer.reason}.` : `${type.name} is written as a string.`,
    );
  };
  type.parseValue = parse;
  type.parseLiteral = (node) => parse(node.kind === Kind.STRING ? node.value : undefined);
}

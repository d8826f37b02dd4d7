import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from "graphql";

/** Whether viewers of this gateway can ask `Query.<name>`. */
export function hasRootField(schema: GraphQLSchema, name: string): boolean {
  return name in (schema.getQueryType()?.getFields() ?? {});
}

interface DayArgument {
  readonly name: string;
  /** Whether it takes a moment of the day. */
  readonly moment: boolean;
}

/** The argument of `Query.<name>` that takes a day, if it has one. */
export function dayArgument(schema: GraphQLSchema, name: string): DayArgument | undefined {
  const known = schema.getQueryType()?.getFields()[name]?.args ?? [];
  const typed = known.map((each) => ({ name: each.name, type: getNamedType(each.type).name }));
  const found = typed.find(({ type }) => type === "Date" || type === "LocalDate" || type === "DateTime");
  return found && { name: found.name, moment: found.type === "DateTime" };
}

/** A day as the argument of a root field reads it: as a moment, it is the first one of the day in this place. */
export function dayFor(schema: GraphQLSchema, name: string, day: string): Readonly<Record<string, string>> {
  const argument = dayArgument(schema, name);
  if (argument === undefined || day === "") return {};
  return { [argument.name]: argument.moment ? new Date(`${day}T00:00`).toISOString() : day };
}

/**
 * A question for one root field that selects all that it tells, so that whatever the gateway explains is shown;
 * undefined when the schema has no such field.
 */
export function questionFor(
  schema: GraphQLSchema,
  name: string,
  variables: Readonly<Record<string, string>>,
): string | undefined {
  const field = schema.getQueryType()?.getFields()[name];
  if (!field) return undefined;
  const used = field.args.filter((argument) => argument.name in variables);
  const declared = used.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(", ");
  const passed = used.map((argument) => `${argument.name}: $${argument.name}`).join(", ");
  return `query (${declared}) { ${name}(${passed}) ${selectionOf(getNamedType(field.type), 3)} }`;
}

/** Everything that a type tells without arguments, so many levels deep. */
function selectionOf(type: GraphQLNamedType, depth: number): string {
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => `... on ${member.name} ${selectionOf(member, depth)}`);
    return `{ __typename ${members.join(" ")} }`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return "";
  const selected = Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .map((field) => ({ name: field.name, of: getNamedType(field.type) }))
    .filter(({ of }) => depth > 1 || !(isObjectType(of) || isInterfaceType(of) || isUnionType(of)))
    .map(({ name, of }) => `${name} ${selectionOf(of, depth - 1)}`);
  return `{ ${selected.length > 0 ? selected.join(" ") : "__typename"} }`;
}

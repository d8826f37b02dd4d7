import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from "graphql";

const LONGEST = 8;
const INDEX = /^\d{1,4}$/;
const namesBySchema = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/**
 * The path of an argument that a subgraph refused, such as `input.lines.0.quantity`, if every step of it is an index
 * or a name that the schema gives to arguments and input fields. Anything else could carry another company's secret
 * to the client, and is dropped.
 */
export function argumentPath(schema: GraphQLSchema, told: string | undefined): string | undefined {
  if (told === undefined) return undefined;
  const names = inputNamesOf(schema);
  const steps = told.split(".");
  const known = steps.length <= LONGEST && steps.every((step) => names.has(step) || INDEX.test(step));
  return known ? told : undefined;
}

function inputNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const known = namesBySchema.get(schema);
  if (known) return known;
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) for (const name of Object.keys(type.getFields())) names.add(name);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { args } of Object.values(type.getFields())) for (const { name } of args) names.add(name);
  }
  namesBySchema.set(schema, names);
  return names;
}

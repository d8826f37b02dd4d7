import { type Arbitrary, infiniteStream, nat } from "fast-check";
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";

/** How operations are generated: what is drawn decides everything, so a failing one can be shrunk and repeated. */
interface Drawing {
  readonly schema: GraphQLSchema;
  readonly literals: Readonly<Record<string, readonly string[]>>;
  /** Draws a whole number from 0 to below `bound`. */
  readonly draw: (bound: number) => number;
  readonly fragments: string[];
}

const variables = ["$yes: Boolean = true", "$no: Boolean = false"];

/** Generates query operations for a schema: aliases that look like other fields, fragments, conditions, arguments. */
export function generatedOperation(
  schema: GraphQLSchema,
  literals: Readonly<Record<string, readonly string[]>> = {},
): Arbitrary<string> {
  return infiniteStream(nat({ max: 0x7f_ff_ff_ff })).map((numbers) => {
    const draw = (bound: number): number => Number(numbers.next().value ?? 0) % bound;
    const drawing: Drawing = { schema, literals, draw, fragments: [] };
    const query = schema.getQueryType();
    if (!query) throw new Error("The schema has no query type");
    const selections = drawSelections(drawing, query, 4);
    const text = [selections, ...drawing.fragments].join(" ");
    const used = variables.filter((each) => text.includes(each.split(":")[0] ?? each));
    return `query${used.length > 0 ? `(${used.join(", ")})` : ""} ${text}`;
  });
}

function drawSelections(drawing: Drawing, type: GraphQLCompositeType, depth: number): string {
  const count = 1 + drawing.draw(4);
  const selections = Array.from({ length: count }, () => drawSelection(drawing, type, depth));
  return `{ ${selections.join(" ")} }`;
}

function drawSelection(drawing: Drawing, type: GraphQLCompositeType, depth: number): string {
  const { draw } = drawing;
  if (draw(5) === 0 && depth > 0) return drawFragment(drawing, type, depth - 1);
  const fields = isUnionType(type) ? [] : Object.values(type.getFields());
  const usable = fields.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
  const field = usable[draw(Math.max(1, usable.length))];
  if (!field || draw(12) === 0) return `${drawAlias(drawing, type)}__typename${drawCondition(drawing)}`;
  return drawField(drawing, type, { field, depth });
}

function drawField(
  drawing: Drawing,
  type: GraphQLCompositeType,
  { field, depth }: { field: GraphQLField<unknown, unknown>; depth: number },
): string {
  const inner = getNamedType(field.type);
  const selections = isCompositeType(inner) ? ` ${drawSelections(drawing, inner, depth - 1)}` : "";
  const head = `${drawAlias(drawing, type)}${field.name}${drawArguments(drawing, field)}`;
  return `${head}${drawCondition(drawing)}${selections}`;
}

/** Names of neighbouring fields are the aliases that could mislead a planner. */
function drawAlias({ draw }: Drawing, type: GraphQLCompositeType): string {
  if (draw(8) > 0) return "";
  const fields = isUnionType(type) ? [] : Object.keys(type.getFields());
  const names = [...fields, "id", "alias", "constructor", "__proto__"];
  return `${names[draw(names.length)]}: `;
}

function drawArguments({ draw, literals }: Drawing, field: GraphQLField<unknown, unknown>): string {
  const given = field.args.flatMap(({ name, type }) => {
    const values = literals[name] ?? [];
    const value = values[draw(Math.max(1, values.length))];
    return value !== undefined && (isNonNullType(type) || draw(3) > 0) ? [`${name}: ${value}`] : [];
  });
  return given.length > 0 ? `(${given.join(", ")})` : "";
}

function drawCondition({ draw }: Drawing): string {
  const conditions = ["@include(if: $yes)", "@skip(if: $no)", "@include(if: $no)", "@skip(if: true)"];
  const condition = conditions[draw(30)];
  return condition ? ` ${condition}` : "";
}

function drawFragment(drawing: Drawing, type: GraphQLCompositeType, depth: number): string {
  const { schema, draw, fragments } = drawing;
  const related = Object.values(schema.getTypeMap()).filter(
    (each): each is GraphQLCompositeType =>
      isCompositeType(each) && !each.name.startsWith("__") && overlap(schema, type, each),
  );
  const condition = related[draw(related.length)] ?? type;
  const selections = drawSelections(drawing, condition, depth);
  if (draw(3) > 0) return `... on ${condition.name}${drawCondition(drawing)} ${selections}`;
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} on ${condition.name} ${selections}`);
  return `...${name}`;
}

function overlap(schema: GraphQLSchema, a: GraphQLCompositeType, b: GraphQLCompositeType): boolean {
  const possible = (type: GraphQLCompositeType): readonly GraphQLCompositeType[] =>
    isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return (
    possible(a).some((each) => possible(b).includes(each)) &&
    (isObjectType(b) || isInterfaceType(b) || isUnionType(b))
  );
}

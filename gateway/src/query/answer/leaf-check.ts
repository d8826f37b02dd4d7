import { type GraphQLLeafType, isEnumType } from "graphql";

/** Whether a JSON value is one that a leaf type may have in an answer. */
export type LeafCheck = (value: unknown) => boolean;

/** How deep the value of a custom scalar may be nested. */
const MAXIMUM_DEPTH = 64;

const builtIn: Readonly<Record<string, LeafCheck>> = {
  String: (value) => typeof value === "string",
  Boolean: (value) => typeof value === "boolean",
  Int: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 31,
  Float: (value) => typeof value === "number",
  ID: (value) => typeof value === "string" || Number.isInteger(value),
};

/** The check for a leaf type; custom scalars may hold any JSON value that is not nested without end. */
export function leafCheckFor(type: GraphQLLeafType): LeafCheck {
  if (!isEnumType(type)) return builtIn[type.name] ?? ((value) => isShallow(value, MAXIMUM_DEPTH));
  const names = new Set(type.getValues().map(({ name }) => name));
  return (value) => typeof value === "string" && names.has(value);
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((each) => isShallow(each, depth - 1));
}

import { valueFromASTUntyped, type DirectiveNode } from "graphql";

type Directive = Pick<DirectiveNode, "arguments">;

/** The text of a directive's argument; undefined when it is absent or no text. */
export function textArgument(directive: Directive, name: string): string | undefined {
  const value = argument(directive, name);
  return typeof value === "string" ? value : undefined;
}

/** The texts of a directive's argument; one text stands for a list of one, as GraphQL coerces it. */
export function textsArgument(directive: Directive, name: string): string[] {
  const value = argument(directive, name);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === "string");
}

/** Whether a directive's argument is false. */
export function deniesArgument(directive: Directive, name: string): boolean {
  return argument(directive, name) === false;
}

/** The value of a directive's argument as JSON. */
export function argument(directive: Directive, name: string): unknown {
  const found = directive.arguments?.find((each) => each.name.value === name);
  return found && valueFromASTUntyped(found.value);
}

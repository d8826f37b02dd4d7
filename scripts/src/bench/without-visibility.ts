import { VISIBILITY_SPECIFICATION } from "@maillon/schema/visibility";
import { type DirectiveNode, Kind, parse, print, visit } from "graphql";

const { identity, directives } = VISIBILITY_SPECIFICATION;

/** The same supergraph with nothing in it protected, for comparison. */
export function withoutVisibility(supergraph: string): string {
  const names = new Set<string>(directives);
  const document = visit(parse(supergraph), {
    DirectiveDefinition: ({ name }) => (names.has(name.value) ? null : undefined),
    Directive: (node) => (names.has(node.name.value) || isLink(node) ? null : undefined),
  });
  return print(document);
}

function isLink({ arguments: given = [] }: Pick<DirectiveNode, "arguments">): boolean {
  const url = given.find(({ name }) => name.value === "url")?.value;
  return url?.kind === Kind.STRING && url.value.startsWith(identity);
}

import { Kind, parse, visit, type DirectiveNode, type DocumentNode } from "graphql";
import { VISIBILITY_DEFINITIONS, VISIBILITY_SPECIFICATION } from "./specification.ts";
import { localNamesOf } from "./specification-links.ts";

const DEFINITIONS = parse(VISIBILITY_DEFINITIONS, { noLocation: true }).definitions;

/**
 * A contract ready to be composed: every declaration of who sees what says which subgraph made it, whatever the
 * contract wrote there, and the directives are defined as the specification has them, whatever the contract defined.
 */
export function injectBy(contract: DocumentNode, subgraph: string): DocumentNode {
  const names = new Set(
    VISIBILITY_SPECIFICATION.directives.flatMap((each) => [
      ...localNamesOf(contract, VISIBILITY_SPECIFICATION.identity, each),
    ]),
  );
  if (names.size === 0) return contract;
  const signed = visit(contract, {
    Directive: (node) =>
      names.has(node.name.value) ? { ...node, arguments: signedArguments(node, subgraph) } : undefined,
    DirectiveDefinition: (node) => (names.has(node.name.value) ? null : undefined),
  });
  const definitions = DEFINITIONS.filter(
    (each) => each.kind !== Kind.DIRECTIVE_DEFINITION || names.has(each.name.value),
  );
  return { ...signed, definitions: [...signed.definitions, ...definitions] };
}

function signedArguments({ arguments: given = [] }: Pick<DirectiveNode, "arguments">, subgraph: string) {
  const others = given.filter(({ name }) => name.value !== "by");
  const by = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: "by" },
    value: { kind: Kind.STRING, value: subgraph },
  } as const;
  return [...others, by];
}

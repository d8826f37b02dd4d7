import type { DirectiveNode, DocumentNode } from "graphql";
import { directivesNamed, literalOf, typeDefinitions } from "./join-directives.ts";

/**
 * Refuses what this engine does not yet execute, by the field that needs it. A field that depends on a context, or on a
 * label that decides where it is resolved, would otherwise be answered by the wrong subgraph or with missing arguments,
 * and nobody would see.
 */
export function refuseUnsupported(document: DocumentNode): void {
  for (const { coordinate, join } of joinedFields(document)) {
    const feature = unsupportedIn(join);
    if (feature !== undefined)
      throw new Error(`${coordinate} in the supergraph has ${feature}, which is not supported`);
  }
}

function joinedFields(document: DocumentNode) {
  return typeDefinitions(document).flatMap((type) =>
    (type.fields ?? []).flatMap((field) =>
      directivesNamed(field, "join__field").map((join) => ({
        coordinate: `${type.name.value}.${field.name.value}`,
        join,
      })),
    ),
  );
}

function unsupportedIn(join: DirectiveNode): string | undefined {
  const label = literalOf(join, "overrideLabel");
  if (label !== undefined) return `a progressive @override (label "${label}")`;
  const contextual = join.arguments?.some(({ name }) => name.value === "contextArguments");
  return contextual ? "an argument with @fromContext" : undefined;
}

import { type DocumentNode, visit } from "graphql";
import { literalOf } from "./join-directives.ts";

/**
 * Refuses what this engine does not yet execute. A field that depends on a context, or on a label that decides where
 * it is resolved, would otherwise be answered by the wrong subgraph or with missing arguments, and nobody would see.
 */
export function refuseUnsupported(document: DocumentNode): void {
  visit(document, {
    Directive(directive) {
      if (directive.name.value !== "join__field") return;
      const label = literalOf(directive, "overrideLabel");
      if (label !== undefined)
        throw new Error(
          `The supergraph uses a progressive @override (label "${label}"), which is not supported`,
        );
      if (directive.arguments?.some(({ name }) => name.value === "contextArguments"))
        throw new Error("The supergraph uses @fromContext, which is not supported");
    },
  });
}

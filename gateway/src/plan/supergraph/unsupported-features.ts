import { type DocumentNode, visit } from "graphql";
import { isReserved } from "../reserved-names.ts";
import { literalOf } from "./join-directives.ts";

/**
 * Refuses what this engine does not yet execute. A field that depends on a context, or on a label that decides where
 * it is resolved, would otherwise be answered by the wrong subgraph or with missing arguments, and nobody would see.
 * A field under a reserved name could be taken for what lies under a key of the engine's.
 */
export function refuseUnsupported(document: DocumentNode): void {
  visit(document, {
    FieldDefinition({ name }) {
      if (isReserved(name.value))
        throw new Error(`The supergraph has a field "${name.value}", a reserved name`);
    },
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

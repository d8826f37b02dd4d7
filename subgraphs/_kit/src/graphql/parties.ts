import "reflect-metadata";
import type { FactName } from "@maillon/schema/visibility";
import { Directive } from "type-graphql";

/** Where a type keeps its facts: by fact, a field or a path of fields of the same subgraph, such as `order.seller`. */
export type FactPaths = { readonly owner: string } & { readonly [Fact in FactName]?: string };

/**
 * Declares in the SDL which fields of a type name its parties and the other facts that decide who sees it. The gateway
 * reads them before it shows anything of an object; a fact that it cannot read allows nothing.
 */
export function Parties(facts: FactPaths): ClassDecorator {
  const named = Object.entries(facts).map(([fact, path]) => `${fact}: ${JSON.stringify(path)}`);
  return Directive(`@parties(${named.join(", ")})`);
}

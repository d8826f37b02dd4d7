import type { EntityClass } from "@mikro-orm/core";
import { badInput } from "../errors.ts";
import { isWhole } from "../graphql/refuse-broken-text.ts";
import { byId } from "./by-id.ts";
import type { SubgraphContext } from "./subgraph-context.ts";

/** Turns the key that the gateway sends into the object; absent and hidden are both null. */
export type ReferenceResolver = (
  representation: Readonly<Record<string, unknown>>,
  context: SubgraphContext,
) => Promise<object | null>;

/** Resolves references to an entity of this subgraph by `id`: one statement per type and request. */
export function referenceById<Entity extends { id: string }>(entity: EntityClass<Entity>): ReferenceResolver {
  return async (representation, context) => context.load(byId(entity), idOf(representation));
}

/**
 * Resolves references to another company's entity to which this subgraph only adds fields. Whether the object exists
 * is not this subgraph's to say; its own fields then load what the viewer may see.
 */
export function referenceToStub(stub: new () => { id: string }): ReferenceResolver {
  return async (representation) => Object.assign(new stub(), { id: idOf(representation) });
}

function idOf({ id }: Readonly<Record<string, unknown>>): string {
  if (typeof id !== "string" || !isWhole(id))
    throw badInput("representations", "must name each object by its id");
  return id;
}

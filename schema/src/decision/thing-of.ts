import type { Attributes } from "../policy/request.ts";
import type { Facts } from "../visibility/fact.ts";

const NONE: readonly string[] = [];

/** An object as policies see it: what is missing is empty, so that no policy has to ask whether it is there. */
export function thingOf(facts: Facts): Attributes {
  return {
    owner: facts.owner ?? NONE,
    seller: facts.seller ?? NONE,
    buyer: facts.buyer ?? NONE,
    carrier: facts.carrier ?? NONE,
    via: facts.via ?? NONE,
    brand: facts.brand ?? NONE,
    payer: facts.payer ?? NONE,
    subject: facts.subject ?? NONE,
    published: facts.published ?? false,
    category: facts.category ?? NONE,
    basis: facts.basis ?? NONE,
    group: facts.group ?? 0,
  };
}

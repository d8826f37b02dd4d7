import { byDataClass } from "@maillon/schema";
import { type PolicySet, createDecider } from "@maillon/schema/policy";
import type { FactName } from "@maillon/schema/visibility";
import type { Outlook } from "../filter/outlooks.ts";
import { meetsRequirement } from "./meets-requirement.ts";
import { openRefusalLog } from "./refusal-log.ts";
import type { OpenSight } from "./sight.ts";

interface SightOfAllOptions {
  readonly policies: PolicySet;
  /** Whether viewers have names; those who have none meet no requirement of the standard directives. */
  readonly named: boolean;
}

/**
 * Sight of every class, for gateways that follow no agreements: owners alone decide what they answer. What
 * the standard directives require is required all the same.
 */
export function openSightOfAll({ policies, named }: SightOfAllOptions): OpenSight {
  const outlooks = byDataClass<Outlook>(() => "V");
  const facts = byDataClass<readonly FactName[]>(() => []);
  const sources = { policies, agreements: undefined };
  return (viewer) => ({
    sources,
    outlooks,
    facts,
    mattering: new Set(),
    decider: createDecider(sources, viewer),
    meets: (requirement) => named && meetsRequirement(requirement, viewer, undefined),
    refusals: openRefusalLog(),
    decided: new WeakMap(),
  });
}

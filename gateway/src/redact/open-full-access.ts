import { byDataClass } from "@maillon/schema";
import { type Entitlement, type PolicySet, createDecider } from "@maillon/schema/policy";
import type { FactName } from "@maillon/schema/visibility";
import type { OpenAccess } from "./access.ts";
import { meetsRequirement } from "./meets-requirement.ts";
import { openRefusalLog } from "./refusal-log.ts";

interface FullAccessOptions {
  readonly policies: PolicySet;
  /** Whether viewers have names; those who have none meet no requirement of the standard directives. */
  readonly named: boolean;
}

/**
 * Access to every class, for gateways that follow no agreements: owners alone decide what they answer. What
 * the standard directives require is required all the same.
 */
export function openFullAccess({ policies, named }: FullAccessOptions): OpenAccess {
  const entitlements = byDataClass<Entitlement>(() => "granted");
  const facts = byDataClass<readonly FactName[]>(() => []);
  const sources = { policies, agreements: undefined };
  return (viewer) => ({
    sources,
    entitlements,
    facts,
    mattering: new Set(),
    decider: createDecider(sources, viewer),
    knowsAgreements: true,
    meets: (requirement) => named && meetsRequirement(requirement, viewer, undefined),
    refusals: openRefusalLog(),
    decided: new WeakMap(),
  });
}

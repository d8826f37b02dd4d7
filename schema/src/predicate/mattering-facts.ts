import { type Grant, isScoped } from "../agreement/grant.ts";
import type { DataClass } from "../data-class.ts";
import type { DecisionSources } from "../decision/create-decider.ts";
import type { Expression } from "../policy/expression.ts";
import { toldAction } from "../policy/policy.ts";
import { FACT_NAMES, type FactName } from "../visibility/fact.ts";
import type { Viewer } from "../viewer.ts";
import { remainingConditions } from "./entitlement.ts";

/** What an attribute of the context is worked out from, beside the viewer's own agreements. */
const BEHIND_CONTEXT: Readonly<Record<string, readonly FactName[]>> = {
  grants: ["owner"],
  partner: ["owner"],
  party: ["agreement"],
};

/** What a grant with a scope looks at. */
const SCOPE: readonly FactName[] = ["agreement", "product", "territory", "group", "age"];

/**
 * The facts that a viewer's decisions on a class can turn on: without any other fact, verdict, reasons and
 * whether a refusal may be told are the same. Whoever decides need not ask for the rest.
 */
export function matteringFacts(
  sources: DecisionSources,
  viewer: Viewer,
  dataClass: DataClass,
): readonly FactName[] {
  const { agreements } = sources;
  // Without a ledger nothing is decided by facts.
  if (!agreements) return [];
  const grants = viewer.kind === "company" ? agreements.grantsTo(viewer.organization, dataClass) : [];
  const mattering = new Set<string>(grants.flatMap(behindGrant));
  for (const action of [dataClass, toldAction(dataClass)])
    for (const each of remainingConditions(sources, agreements, { viewer, dataClass, action }))
      addFacts(each, mattering);
  return FACT_NAMES.filter((name) => mattering.has(name));
}

function behindGrant(grant: Grant): readonly string[] {
  return isScoped(grant) ? ["owner", ...SCOPE] : ["owner"];
}

function addFacts(expression: Expression, into: Set<string>): void {
  switch (expression.kind) {
    case "value":
    case "variable":
      return;
    case "attribute":
      for (const fact of behindAttribute(expression)) into.add(fact);
      return;
    case "not":
    case "isEmpty":
      addFacts(expression.of, into);
      return;
    default:
      addFacts(expression.left, into);
      addFacts(expression.right, into);
  }
}

function behindAttribute({ of, name }: { readonly of: Expression; readonly name: string }) {
  const variable = of.kind === "variable" ? of.name : undefined;
  if (variable === "principal") return [];
  if (variable === "resource") return [name];
  // What nobody thought of here may turn on anything.
  return (variable === "context" ? BEHIND_CONTEXT[name] : undefined) ?? FACT_NAMES;
}

import type { Grant } from "../agreement/grant.ts";
import type { DataClass } from "../data-class.ts";
import type { PolicySet } from "../policy/load-policies.ts";
import { toldAction, type Policy } from "../policy/policy.ts";
import type { Attributes } from "../policy/request.ts";
import type { Facts } from "../visibility/fact.ts";
import { type Asking, grantsFor, requestWith } from "./policy-request.ts";
import type { Reason, Refused, Verdict } from "./verdict.ts";

const FAILED: Reason = { rule: "policy-failed", why: "A rule could not be applied.", sources: [] };
const UNCLASSIFIED: Reason = { rule: "unclassified", why: "The field has no data class.", sources: [] };

/** What a decision is about: one class of an object. */
interface Asked {
  readonly dataClass: DataClass;
  readonly facts: Facts;
}

/** One decision: may the viewer read the class, and if not, may it be told so. */
export function decide(policies: PolicySet, asking: Asking, { dataClass, facts }: Asked): Verdict {
  const grants = grantsFor(asking, dataClass, facts);
  const question = requestWith(asking, dataClass, { facts, grants });
  const read = policies.compiled.answer(question);
  const because = read.failed ? [FAILED] : read.reasons.map((policy) => reasonOf(policy, grants));
  if (read.decision === "allow") return { visible: true, effect: "GRANTED", dataClass, because };
  const told = policies.compiled.answer({ ...question, action: toldAction(dataClass) });
  if (told.decision === "deny") return refused(dataClass, because);
  const missing = because.length > 0 ? [] : missingFor(policies, asking, dataClass);
  return { visible: false, effect: "DENIED", dataClass, because, missing };
}

/** The verdict on a field of all these classes: a hidden one above all; a field without any class is closed. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  const hidden = verdicts.find(({ effect }) => effect === "HIDDEN");
  const denied = verdicts.find(({ visible }) => !visible);
  return hidden ?? denied ?? verdicts[0] ?? refused("PUBLIC", [UNCLASSIFIED]);
}

/** A refusal that the viewer is not told of. */
export function refused(dataClass: DataClass, because: readonly Reason[]): Refused {
  return { visible: false, effect: "HIDDEN", dataClass, because, missing: [] };
}

function reasonOf({ id, why, grant }: Policy, grants: readonly Grant[]): Reason {
  return { rule: id, why, sources: grants.filter(({ name }) => name === grant).map(({ source }) => source) };
}

function missingFor(policies: PolicySet, { principal }: Asking, dataClass: DataClass): string[] {
  const able = policies.compiled.policiesOn(dataClass, principal.type);
  const regulator = principal.attributes["kinds"];
  const mine = able.filter(({ grant }) => grant !== "DISCLOSURE" || isRegulator(regulator));
  return mine.flatMap(({ effect, missing }) => (effect === "permit" && missing ? [missing] : []));
}

function isRegulator(kinds: Attributes[string] | undefined): boolean {
  return typeof kinds === "object" && kinds.includes("REGULATOR");
}

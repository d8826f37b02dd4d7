import type { CompanyViewer } from "../viewer.ts";
import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import type { DataClass } from "../data-class.ts";
import type { Facts } from "../visibility/fact.ts";
import { askingOf, circumstances, grantsFor } from "./policy-request.ts";

/** Equal for companies that decisions cannot tell apart; undefined for one that has to be decided on by itself. */
export type DecisionGroup = (viewer: CompanyViewer) => string | undefined;

/**
 * Finds which companies are decided on alike. Most are strangers to an object, of a few kinds: an owner who asks about
 * all of thousands must not keep everybody else waiting while each is decided on by itself.
 *
 * @param ledgers by which decisions are made
 */
export function decisionGroups(
  facts: Facts,
  classes: readonly DataClass[],
  ledgers: readonly AgreementsInForce[],
): DecisionGroup {
  const named = new Set(Object.values(facts).flat());
  return (viewer) => {
    if (named.has(viewer.organization)) return undefined;
    const askings = ledgers.map((agreements) => askingOf(agreements, viewer));
    if (askings.some((each) => classes.some((one) => grantsFor(each, one, facts).length > 0)))
      return undefined;
    const [first] = askings;
    const { kinds, authorities } = first?.principal.attributes ?? {};
    return JSON.stringify([kinds, authorities, ...askings.map((each) => circumstances(each, [], facts))]);
  };
}

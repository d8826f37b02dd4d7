import type { CompanyViewer } from "../viewer.ts";
import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import type { DataClass } from "../data-class.ts";
import type { Facts } from "../visibility/fact.ts";
import { circumstances, grantsFor, standpointOf } from "./policy-request.ts";

/** Equal for companies that decisions cannot tell apart; undefined for one that has to be decided on by itself. */
export type StandingTo = (viewer: CompanyViewer) => string | undefined;

/**
 * Finds how companies stand to an object. Most are strangers to it, of a few kinds: an owner who asks about
 * all of thousands must not keep everybody else waiting while each is decided on by itself.
 *
 * @param ledgers by which decisions are made
 */
export function standingTo(
  facts: Facts,
  classes: readonly DataClass[],
  ledgers: readonly AgreementsInForce[],
): StandingTo {
  const named = new Set(Object.values(facts).flat());
  return (viewer) => {
    if (named.has(viewer.organization)) return undefined;
    const standpoints = ledgers.map((agreements) => standpointOf(agreements, viewer));
    if (standpoints.some((each) => classes.some((one) => grantsFor(each, one, facts).length > 0)))
      return undefined;
    const [first] = standpoints;
    const { kinds, authorities } = first?.principal.attributes ?? {};
    return JSON.stringify([kinds, authorities, ...standpoints.map((each) => circumstances(each, [], facts))]);
  };
}

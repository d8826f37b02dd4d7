import type { CompanyProfile } from "../agreement/agreements-in-force.ts";
import type { DataClass } from "../data-class.ts";
import type { PolicySet } from "../policy/load-policies.ts";
import { FALSE, reduce } from "./reduce.ts";

/**
 * Whether a disclosure request of a company can open a class at all, whoever is asked: some are for some
 * authorities alone.
 */
export function mayBeDisclosed(
  { compiled }: PolicySet,
  { kinds, authorities }: CompanyProfile,
  dataClass: DataClass,
): boolean {
  const attributes = new Map([
    ["kinds", kinds],
    ["authorities", authorities],
  ]);
  return compiled
    .policiesOn(dataClass, "Employee")
    .filter(({ effect, grant }) => effect === "permit" && grant === "DISCLOSURE")
    .map(({ condition }) =>
      reduce(condition, (variable, name) =>
        variable === "principal" && name !== undefined ? attributes.get(name) : undefined,
      ),
    )
    .some((condition) => condition !== FALSE);
}

import { manyBy } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { ownersOf, purposesFor } from "../customer/customer-parties.ts";
import { Customer } from "../customer/customer.ts";
import { membershipsOf } from "./membership.ts";
import { namingsOf, type Referent } from "./referent.ts";

/** The relations in which a person buys, as far as the viewer knows of them. */
export const relationsOf = manyBy({ entity: Customer, by: "personId", orderBy: { id: "asc" } });

/** The companies that hold a person's name and addresses by right, as far as the viewer may know. */
export async function companiesThatKnow(personId: string, context: SubgraphContext): Promise<string[]> {
  const [relations, memberships, namings] = await Promise.all([
    context.load(relationsOf, personId),
    context.load(membershipsOf, personId),
    context.load(namingsOf, personId),
  ]);
  const owners = await Promise.all(relations.map(({ id }) => ownersOf(id, context)));
  const employers = memberships.map(({ organizationId }) => organizationId);
  const partners = namings.flatMap((naming) => partnersIn(naming, context));
  return [...new Set([...owners.flat(), ...employers, ...partners])];
}

/** The purposes for which there is a basis to show who a person is; for a contact, the trade that she is named for. */
export async function purposesForPerson(personId: string, context: SubgraphContext): Promise<string[]> {
  const [relations, memberships, namings] = await Promise.all([
    context.load(relationsOf, personId),
    context.load(membershipsOf, personId),
    context.load(namingsOf, personId),
  ]);
  const ofRelations = await Promise.all(relations.map((relation) => purposesFor(relation, context)));
  const ofContacts = memberships.length + namings.length > 0 ? ["CONTRACT"] : [];
  return [...new Set([...ofRelations.flat(), ...ofContacts])];
}

/**
 * The companies between which a referent stands: her own and the viewer's, who sees a referent only as that company or
 * as a partner for whom she was named. Other partners are not told.
 */
export function partnersIn({ organizationId }: Referent, { viewer }: SubgraphContext): string[] {
  return viewer.kind === "company" ? [...new Set([organizationId, viewer.organization])] : [organizationId];
}

import { inForce } from "../customer/customer-rows.ts";

/**
 * The relations in which a person buys, as far as the viewer knows that it is she: their ids, owners, other
 * holders and agreements, and the purposes for which there is a basis. A basis that another company has is
 * none of the viewer's.
 */
export function relationsOfPerson(personId: string): string {
  return `
    with relation as materialized (
      select found.* from facts.customer whole join masked.customer found on found.id = whole.id
       where whole.person_id = ${personId} and found.person_id is not null)
    select array(select id from relation order by id) as relations,
           array(select unnest(owner_ids) from relation) as owners,
           array(select unnest(co_holder_ids) from relation) as others,
           array(select unnest(lawful_purposes) from relation) as purposes,
           array(select holding.agreement_id from facts.customer_holding holding join relation
                     on relation.id = holding.customer_id
                  where holding.agreement_id is not null and ${inForce("holding")}) as agreements`;
}

/** The companies that know a person by her work, as far as the viewer knows of it; see `relationsOfPerson`. */
export function contactsOfPerson(personId: string): string {
  return `
    select array(select organization_id from masked.membership where person_id = ${personId}
                 union select unnest(between_ids) from masked.referent where person_id = ${personId}) as companies`;
}

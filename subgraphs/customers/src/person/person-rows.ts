import type { RowRule, ViewerTerms } from "@maillon/subgraph-kit";
import { customerRows, identifiedCustomerRows } from "../customer/customer-rows.ts";

/** A company knows its own members, a consumer her own memberships: who decides elsewhere is not theirs to know. */
export const membershipRows: RowRule = (row, { organization, customers }) =>
  `(${row}.organization_id = ${organization} or ${row}.person_id in
    (select self.person_id from customer self where self.id = any(${customers})))`;

/**
 * A referent is known to his own company, to the partner he is named for and, when he is named for every partner, to
 * the companies that hold a customer together with his. Registering a company as one's customer is no partnership:
 * anybody could do it to learn names.
 */
export const referentRows: RowRule = (row, { organization }) =>
  `(${row}.organization_id = ${organization} or ${row}.for_partner_id = ${organization}
    or (${row}.for_partner_id is null and ${row}.organization_id in (select co_holders(${organization}))))`;

/** A person exists for whoever may see a relation, a membership or a referent that is she. */
export const personRows: RowRule = (row, viewer) => reachable(`${row}.id`, viewer, customerRows);

/** Name and addresses stay hidden from the intermediaries of a relation. */
export const personIdentityRows: RowRule = (row, viewer) =>
  reachable(`${row}.person_id`, viewer, identifiedCustomerRows);

/** A company writes the persons whom it registered. */
export const ownPersons: RowRule = (row, { organization }) => `${row}.registered_by_id = ${organization}`;

/** Name and addresses are written by the company that registered the person. */
export const identitiesOfOwnPersons: RowRule = (row, { organization }) =>
  `${row}.person_id in (select registered_persons(${organization}))`;

function reachable(personId: string, viewer: ViewerTerms, buyerRows: RowRule): string {
  return `(${personId} in (select buyer.person_id from customer buyer where ${buyerRows("buyer", viewer)})
    or ${personId} in (select member.person_id from membership member where ${membershipRows("member", viewer)})
    or ${personId} in (select named.person_id from referent named where ${referentRows("named", viewer)}))`;
}

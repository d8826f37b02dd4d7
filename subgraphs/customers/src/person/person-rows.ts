import type { RowRule, ViewerTerms } from "@maillon/subgraph-kit";
import { customerRows, identifiedCustomerRows, some } from "../customer/customer-rows.ts";

/** A company knows its own members and whom others tell it of by an agreement, a consumer her own memberships. */
export const membershipRows: RowRule = (row, { organization, customers, grantors }) => {
  const self = `customer self where self.person_id = ${row}.person_id and self.id = any(${customers})`;
  return `(${row}.organization_id = ${organization} or ${row}.organization_id = any(${grantors}) or ${some(self)})`;
};

/**
 * A referent is known to his own company, to the partner he is named for and, when he is named for every partner, to
 * the companies that hold a customer together with his. Registering a company as one's customer is no partnership:
 * anybody could do it to learn names.
 */
export const referentRows: RowRule = (row, { organization }) =>
  `(${row}.organization_id = ${organization} or ${row}.for_partner_id = ${organization}
    or (${row}.for_partner_id is null and share_a_customer(${organization}, ${row}.organization_id)))`;

/** A person exists for whoever may see a relation, a membership or a referent that is she. */
export const personRows: RowRule = (row, viewer) => reachable(`${row}.id`, viewer, customerRows);

/** Name and addresses stay hidden from the intermediaries of a relation. */
export const personIdentityRows: RowRule = (row, viewer) =>
  reachable(`${row}.person_id`, viewer, identifiedCustomerRows);

/** A company writes the persons whom it registered. */
export const ownPersons: RowRule = (row, { organization }) => `${row}.registered_by_id = ${organization}`;

/** Name and addresses are written by the company that registered the person. */
export const identitiesOfOwnPersons: RowRule = (row, { organization }) =>
  `registrar_of_person(${row}.person_id) = ${organization}`;

function reachable(personId: string, viewer: ViewerTerms, buyerRows: RowRule): string {
  const ways = [
    `customer buyer where buyer.person_id = ${personId} and ${buyerRows("buyer", viewer)}`,
    `membership member where member.person_id = ${personId} and ${membershipRows("member", viewer)}`,
    `referent named where named.person_id = ${personId} and ${referentRows("named", viewer)}`,
  ];
  return `(${ways.map(some).join(" or ")})`;
}

import type { RowRule, ViewerTerms } from "@maillon/subgraph-kit";

/** The day by which holdings are judged. One zone for all, or two companies could both hold a customer at midnight. */
const TODAY = "(now() at time zone 'utc')::date";

/** A holding counts from its first day on, and no longer on the day it ends. */
export const inForce = (holding: string): string =>
  `${holding}.since <= ${TODAY} and (${holding}.until is null or ${TODAY} < ${holding}.until)`;

/** Whether an id names a relation that the viewer's company holds today, or whose buyer the consumer is. */
const related = (customerId: string, { organization, customers }: ViewerTerms): string =>
  `(${customerId} in (select held_customers(${organization})) or ${customerId} = any(${customers}))`;

/** As `related`, without the companies that are a mere intermediary. */
const closelyRelated = (customerId: string, { organization, customers }: ViewerTerms): string =>
  `(${customerId} in (select owned_customers(${organization})) or ${customerId} = any(${customers}))`;

/** A relation is known to its current holders and to the consumer herself (class CUSTOMER_EXISTENCE). */
export const customerRows: RowRule = (row, viewer) => related(`${row}.id`, viewer);

/** Whoever knows of a relation knows who holds it today; who held it once, or will, is nobody's business. */
export const holdingRows: RowRule = (row, viewer) =>
  `${related(`${row}.customer_id`, viewer)} and ${inForce(row)}`;

/** What is known about a customer beyond its existence stays with owners, co-owners and the consumer herself. */
export const profileRows: RowRule = (row, viewer) => closelyRelated(`${row}.customer_id`, viewer);

/** The relations whose person the viewer may know by name. */
export const identifiedCustomerRows: RowRule = (row, viewer) => closelyRelated(`${row}.id`, viewer);

/** A company writes the relations that it registered itself. */
export const ownRegistrations: RowRule = (row, { organization }) =>
  `${row}.registered_by_id = ${organization}`;

/** What hangs on a relation is written by the company that registered it. */
export const ofOwnRegistrations: RowRule = (row, viewer) =>
  `${row}.customer_id in (select registered_customers(${viewer.organization}))`;

/** A company may hold what it registered, and only for itself: nobody helps himself to another one's customers. */
export const ownHoldings: RowRule = (row, viewer) =>
  `${row}.organization_id = ${viewer.organization} and ${ofOwnRegistrations(row, viewer)}`;

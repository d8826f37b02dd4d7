import type { RowRule, ViewerTerms } from "@maillon/subgraph-kit";

/** The day by which holdings are judged. One zone for all, or two companies could both hold a customer at midnight. */
const TODAY = "(now() at time zone 'utc')::date";

/** A holding counts from its first day on, and no longer on the day it ends. */
export const inForce = (holding: string): string =>
  `${holding}.since <= ${TODAY} and (${holding}.until is null or ${TODAY} < ${holding}.until)`;

/** Holdings that make a company a close holder: owner or co-owner, no mere intermediary. */
const close = (holding: string): string => `${inForce(holding)} and ${holding}.role <> 'INTERMEDIARY'`;

/**
 * Whether there is such a row. PostgreSQL may answer EXISTS by first collecting the rows of everybody, which takes the
 * longer the more customers there are; a subquery with a limit is looked up by index, once for each row of an answer.
 */
export const some = (rows: string): string => `coalesce((select true from ${rows} limit 1), false)`;

/** Whether an id names a relation that the viewer's company holds in such a way, or whose buyer the consumer is. */
function related(customerId: string, viewer: ViewerTerms, such: (holding: string) => string): string {
  const held = some(`customer_holding mine where mine.customer_id = ${customerId}
    and mine.organization_id = ${viewer.organization} and ${such("mine")}`);
  return `(${customerId} = any(${viewer.customers}) or ${held})`;
}

/** A relation whose buyer is the viewer's company, or of which a holder opened something to it by an agreement. */
const concerned = (customerId: string, { organization, grantors }: ViewerTerms): string =>
  `(buys(${organization}, ${customerId}) or held_by_any(${grantors}, ${customerId}))`;

/**
 * A relation may concern its current holders, its buyer and whom a holder told of it; the masks decide on
 * each class.
 */
export const customerRows: RowRule = (row, viewer) =>
  `(${related(`${row}.id`, viewer, inForce)} or ${concerned(`${row}.id`, viewer)})`;

/** The relations whose person the viewer may know by name. */
export const identifiedCustomerRows: RowRule = (row, viewer) =>
  `(${related(`${row}.id`, viewer, close)} or ${concerned(`${row}.id`, viewer)})`;

/** What is known about a customer beyond its existence never concerns a mere intermediary. */
export const profileRows: RowRule = (row, viewer) =>
  `(${related(`${row}.customer_id`, viewer, close)} or ${concerned(`${row}.customer_id`, viewer)})`;

/** Whoever knows of a relation knows who holds it today; who held it once, or will, is nobody's business. */
export const holdingRows: RowRule = (row, viewer) =>
  `${inForce(row)} and (${row}.organization_id = ${viewer.organization}
    or ${row}.customer_id = any(${viewer.customers}) or holds(${viewer.organization}, ${row}.customer_id)
    or ${concerned(`${row}.customer_id`, viewer)})`;

/** A company writes the relations that it registered itself. */
export const ownRegistrations: RowRule = (row, { organization }) =>
  `${row}.registered_by_id = ${organization}`;

/** What hangs on a relation is written by the company that registered it. */
export const ofOwnRegistrations: RowRule = (row, { organization }) =>
  `registrar_of_customer(${row}.customer_id) = ${organization}`;

/** A company answers for the use of data of those whom it registered, and for its own use alone. */
export const ownConsents: RowRule = (row, viewer) =>
  `${row}.controller_id = ${viewer.organization} and ${ofOwnRegistrations(row, viewer)}`;

/** A company may hold what it registered, and only for itself: nobody helps himself to another one's customers. */
export const ownHoldings: RowRule = (row, viewer) =>
  `${row}.organization_id = ${viewer.organization} and ${ofOwnRegistrations(row, viewer)}`;

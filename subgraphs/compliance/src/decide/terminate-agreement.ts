import { badInput, CalendarDate, conflict } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { ArgsType, Field, ID } from "type-graphql";
import type { Agreement } from "../agreement/agreement.ts";
import { changeAgreement } from "./change-agreement.ts";
import { companyOf, refuseUnlessMayEnd } from "./signatory.ts";
import { dayOf, statusOf } from "../agreement/status-of.ts";

/** Which agreement ends, and when. */
@ArgsType()
export class TerminationArgs {
  @Field(() => ID, { description: "The agreement's id." })
  id!: string;

  @Field(() => CalendarDate, {
    description: "The first day on which it no longer holds (UTC); not before today.",
  })
  at!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why, for the other parties; at most 1000 characters.",
  })
  reason?: string | null;
}

const LONGEST_REASON = 1000;

/**
 * Ends a signed agreement. An end that was acknowledged can be brought forward, never put off; the same end again
 * changes nothing.
 * @throws SubgraphError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, or `BAD_USER_INPUT` that names `at` or `reason`.
 */
export async function terminateAgreement(args: TerminationArgs, context: SubgraphContext): Promise<void> {
  const { id, at, reason = null } = args;
  const viewer = companyOf(context.viewer);
  if (reason !== null && (reason.trim() === "" || reason.length > LONGEST_REASON)) {
    throw badInput("reason", `must have between 1 and ${LONGEST_REASON} characters`);
  }
  await changeAgreement(id, context, async (agreement, em) => {
    await refuseUnlessMayEnd(viewer, id, em);
    if (agreement.terminatedOn === at) return;
    refuseUnlessPossible(agreement, at, context.now);
    agreement.terminatedOn = at;
    agreement.terminationReason = reason;
  });
}

function refuseUnlessPossible(agreement: Agreement, at: string, now: Date): void {
  const { signedAt, terminatedOn, validUntil } = agreement;
  const status = statusOf(agreement, now);
  if (status === "TERMINATED" || status === "EXPIRED") throw conflict("The agreement is over already.");
  if (signedAt === null) throw conflict("The agreement is not signed by all; it can only be refused.");
  if (terminatedOn !== null && terminatedOn < at) throw conflict("The agreement ends earlier already.");
  if (at < dayOf(now)) throw badInput("at", "must not be before today");
  if (validUntil !== null && at > validUntil) throw badInput("at", "must not be after the agreement's end");
}

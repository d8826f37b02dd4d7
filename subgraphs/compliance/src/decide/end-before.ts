import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Agreement } from "../agreement/agreement.ts";
import { lockAgreement } from "./change-agreement.ts";
import { dayOf } from "../agreement/status-of.ts";

/** Ends the version before a signed agreement on the day that this one begins, or today if that day is over. */
export async function endBefore(agreement: Agreement, em: SqlEntityManager): Promise<void> {
  const { supersedesId, validFrom, signedAt } = agreement;
  if (supersedesId === null || signedAt === null) return;
  const previous = await lockAgreement(em, supersedesId);
  const today = dayOf(signedAt);
  const end = validFrom < today ? today : validFrom;
  if (previous.terminatedOn !== null && previous.terminatedOn <= end) return;
  previous.terminatedOn = end;
  previous.terminationReason = "Replaced by its next version.";
}

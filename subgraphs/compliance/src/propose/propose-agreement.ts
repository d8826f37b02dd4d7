import { newId, SUBGRAPHS } from "@maillon/schema";
import type { CompanyViewer } from "@maillon/schema";
import { badInput, byId, conflict, forbidden } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { Organization } from "../organization/organization.ts";
import { Agreement } from "../agreement/agreement.ts";
import type { AgreementInput } from "./agreement-input.ts";
import type { AgreementTerms } from "./agreement-terms.ts";
import { readProposal } from "./read-proposal.ts";
import { refuseBelowFloor } from "./refuse-below-floor.ts";
import { refuseTooMany } from "./refuse-too-many.ts";
import { insertAgreement } from "./insert-agreement.ts";
import { dayOf, statusOf } from "../agreement/status-of.ts";

/**
 * Stores a proposal, which nobody has signed yet: proposing binds nobody, so that everybody at a party may.
 * @returns the id of the agreement.
 * @throws SubgraphError `BAD_USER_INPUT`, `FORBIDDEN` when the viewer's company is no party, `CONFLICT`, or `FLOOR_…`
 *   when a clause breaks a rule that no agreement can lift.
 */
export async function proposeAgreement(input: AgreementInput, context: SubgraphContext): Promise<string> {
  const viewer = partyAmong(input.partyIds, context);
  const terms = readProposal(input);
  refuseBelowFloor(terms);
  if (terms.validUntil !== null && terms.validUntil <= dayOf(context.now)) {
    throw badInput("input.validUntil", "must be later than today");
  }
  await refuseStrangers(input, context);
  const previous = await previousVersion(input, terms, context);
  if (previous === null) await refuseTooMany(viewer.organization, input.partyIds, context);
  const id = newId("agr", SUBGRAPHS.compliance.operator);
  const origin = {
    id,
    version: (previous?.version ?? 0) + 1,
    previousSha256: previous?.sha256 ?? null,
    supersedesId: previous?.id ?? null,
    proposedById: viewer.organization,
  };
  try {
    await context.em.transactional((transaction) => insertAgreement(transaction, terms, origin));
  } catch (error) {
    // Two that replace one would both be in force.
    if (previous !== null && error instanceof UniqueConstraintViolationException) {
      throw conflict("Another next version of the agreement has been proposed.");
    }
    throw error;
  }
  context.forget();
  return id;
}

function partyAmong(partyIds: readonly string[], { viewer }: SubgraphContext): CompanyViewer {
  if (viewer.kind === "company" && partyIds.includes(viewer.organization)) return viewer;
  throw forbidden("Only a company that is a party may propose an agreement.");
}

async function refuseStrangers({ partyIds }: AgreementInput, context: SubgraphContext): Promise<void> {
  const companies = await Promise.all(partyIds.map((id) => context.load(byId(Organization), id)));
  const place = companies.indexOf(null);
  if (place >= 0) throw badInput(`input.partyIds.${place}`, "must be the id of an organization");
}

/** The agreement that a proposal replaces; it must bind the very same companies, or one would lose it unasked. */
async function previousVersion(
  { supersedesId }: AgreementInput,
  { parties }: AgreementTerms,
  context: SubgraphContext,
): Promise<Agreement | null> {
  if (supersedesId === undefined || supersedesId === null) return null;
  const previous = await context.load(byId(Agreement), supersedesId);
  if (previous === null) throw badInput("input.supersedesId", "must be the id of an agreement of yours");
  const companies = new Set(parties.map(({ organization }) => organization));
  const same =
    previous.partyIds.length === companies.size && previous.partyIds.every((id) => companies.has(id));
  if (!same) throw badInput("input.partyIds", "must be those of the agreement that is replaced");
  const status = statusOf(previous, context.now);
  if (previous.signedAt === null || status === "TERMINATED" || status === "EXPIRED") {
    throw conflict("Only an agreement that is signed by all and not over can have a next version.");
  }
  return previous;
}

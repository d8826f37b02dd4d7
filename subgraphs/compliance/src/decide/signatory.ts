import type { CompanyViewer, Viewer } from "@maillon/schema";
import { forbidden, notFound } from "@maillon/subgraph-kit";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { AgreementSignature } from "../agreement/agreement-signature.ts";
import { SIGNATORY_ROLES } from "../agreement/signatory-roles.ts";

/** Someone who may decide about an agreement for her company. */
export interface Signatory {
  readonly viewer: CompanyViewer;
  /** All decisions that the agreement needs of her company. */
  readonly required: readonly AgreementSignature[];
  /** Those among them that are hers to make, one for each role that she holds. */
  readonly own: readonly AgreementSignature[];
}

/** The viewer as a company's; a consumer is no party to agreements, so that none exists for her. */
export function companyOf(viewer: Viewer): CompanyViewer {
  if (viewer.kind !== "company") throw notFound("agreement");
  return viewer;
}

/**
 * The viewer as a signatory of an agreement.
 * @throws SubgraphError `FORBIDDEN` when her roles are none of those whose signature her company needs.
 */
export async function signatoryOf(
  viewer: CompanyViewer,
  agreementId: string,
  em: SqlEntityManager,
): Promise<Signatory> {
  const { organization: organizationId, roles } = viewer;
  const required = await em.find(AgreementSignature, { agreementId, organizationId });
  const own = required.filter(({ signatory }) => roles.includes(signatory));
  if (own.length === 0) {
    throw forbidden(
      "Only holders of the roles whose signature the agreement needs decide for their company.",
    );
  }
  return { viewer, required, own };
}

/**
 * Refuses whoever may not end an agreement for her company: it takes a role whose signature the agreement
 * needed, or one that may bind the company in any case. A company that had nothing to sign is no party,
 * though it may know of the agreement.
 * @throws SubgraphError `FORBIDDEN`.
 */
export async function refuseUnlessMayEnd(
  { organization: organizationId, roles }: CompanyViewer,
  agreementId: string,
  em: SqlEntityManager,
): Promise<void> {
  const required = await em.find(AgreementSignature, { agreementId, organizationId });
  const binding = new Set<string>([...SIGNATORY_ROLES, ...required.map(({ signatory }) => signatory)]);
  if (required.length === 0 || !roles.some((role) => binding.has(role))) {
    throw forbidden("Only holders of a role that may bind their company end an agreement.");
  }
}

import { parseId, type Viewer } from "@maillon/schema";
import type { JWTPayload } from "jose";
import { z } from "zod";
import type { Issuer } from "./issuer.ts";
import { type Refusal, refuse } from "./refusal.ts";

const subject = z.string().min(1).max(200);
const companyClaims = z.object({
  sub: subject,
  /** Required when the issuer is bound to several companies. */
  organization: z.string().optional(),
  roles: z
    .array(z.string().regex(/^[a-z][a-z0-9-]{0,49}$/))
    .max(50)
    .default([]),
});
const consumerClaims = z.object({ sub: subject, customers: z.array(z.string().max(200)).min(1).max(50) });

/** The viewer whom verified claims name, within what their issuer may speak for. */
export function viewerOfToken(payload: JWTPayload, issuer: Issuer): Viewer | Refusal {
  return issuer.consumersOf === undefined
    ? companyViewer(payload, issuer)
    : consumerViewer(payload, issuer.consumersOf);
}

function companyViewer(payload: JWTPayload, { organizations }: Issuer): Viewer | Refusal {
  const claims = companyClaims.safeParse(payload);
  if (!claims.success) return refuse("TOKEN_INVALID", "claims of a company viewer are malformed");
  const organization =
    claims.data.organization ?? (organizations.length === 1 ? organizations[0] : undefined);
  if (organization === undefined) return refuse("TOKEN_INVALID", "names none of its issuer's companies");
  if (!organizations.includes(organization))
    return refuse("TOKEN_INVALID", "its issuer does not speak for that company");
  return { kind: "company", organization, roles: claims.data.roles, subject: subjectOf(payload) };
}

function consumerViewer(payload: JWTPayload, operator: string): Viewer | Refusal {
  const claims = consumerClaims.safeParse(payload);
  if (!claims.success) return refuse("TOKEN_INVALID", "claims of a consumer are malformed");
  // The operator stands inside each id: a provider cannot claim relations that another company issued.
  const foreign = claims.data.customers
    .map(parseId)
    .some((id) => id?.kind !== "cus" || id.operator !== operator);
  if (foreign) return refuse("TOKEN_INVALID", "its issuer does not speak for that customer");
  return { kind: "consumer", customers: claims.data.customers, subject: subjectOf(payload) };
}

/** `sub` is unique within an issuer only (RFC 7519, section 4.1.2). */
function subjectOf({ iss, sub }: JWTPayload): string {
  return `${iss}|${sub}`;
}

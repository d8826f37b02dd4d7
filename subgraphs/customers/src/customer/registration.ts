import { badInput, forbidden, type SubgraphContext } from "@maillon/subgraph-kit";
import type { Viewer } from "@maillon/schema";
import type { CustomerInput } from "./customer-input.ts";
import type { DataUseInput } from "./data-use-input.ts";

/** The roles in which somebody may register customers of her company. */
const REGISTERING_ROLES = ["sales", "service"];

/** A registration that makes sense: by whom, and who becomes a customer. */
export interface Registration {
  readonly holder: string;
  readonly buyer: Buyer;
  readonly acquiredThrough: string | null;
}

/** An organization of the chain, or a consumer whom nobody else knows under the same id. */
export type Buyer =
  | { readonly kind: "BUSINESS" | "ADMINISTRATION"; readonly organization: string }
  | {
      readonly kind: "CONSUMER";
      readonly displayName: string;
      readonly email: string | null;
      readonly uses: readonly DataUseInput[];
    };

/**
 * Checks what a registration says of itself, and that the companies which it names exist.
 * @throws SubgraphError `FORBIDDEN` to anyone but a company's role `sales` or `service`; `BAD_USER_INPUT`.
 */
export function checkRegistration(
  input: CustomerInput,
  { viewer, isCompany }: Pick<SubgraphContext, "viewer" | "isCompany">,
): Registration {
  const holder = requireRegistrar(viewer);
  const buyer = buyerOf(input, holder);
  const acquiredThrough = input.acquiredThroughId ?? null;
  for (const argument of ["organizationId", "acquiredThroughId"] as const) {
    const id = input[argument] ?? null;
    if (id !== null && !isCompany(id)) throw badInput(`input.${argument}`, "is not a company of the chain");
  }
  return { holder, buyer, acquiredThrough };
}

function requireRegistrar(viewer: Viewer): string {
  if (viewer.kind === "company" && REGISTERING_ROLES.some((role) => viewer.roles.includes(role))) {
    return viewer.organization;
  }
  throw forbidden('Only the role "sales" or "service" of a company may register customers.');
}

function buyerOf(input: CustomerInput, holder: string): Buyer {
  const { kind, organizationId, displayName, email, uses } = input;
  if (kind === "CONSUMER") {
    if (typeof organizationId === "string")
      throw badInput("input.organizationId", "must be absent: a consumer is no organization");
    if (typeof displayName !== "string") throw badInput("input.displayName", "is needed for a consumer");
    return { kind, displayName: displayName.trim(), email: email ?? null, uses: checkUses(uses ?? []) };
  }
  if (typeof displayName === "string") throw badInput("input.displayName", "is for consumers only");
  if (typeof email === "string") throw badInput("input.email", "is for consumers only");
  if (uses) throw badInput("input.uses", "is for consumers only");
  if (typeof organizationId !== "string")
    throw badInput("input.organizationId", "is needed unless the customer is a consumer");
  if (organizationId === holder) throw badInput("input.organizationId", "must be another company");
  return { kind, organization: organizationId };
}

function checkUses(uses: readonly DataUseInput[]): readonly DataUseInput[] {
  // GDPR, art. 6: nobody keeps a person's data for nothing in particular.
  if (uses.length === 0) throw badInput("input.uses", "is needed for a consumer");
  if (new Set(uses.map(({ purpose }) => purpose)).size < uses.length)
    throw badInput("input.uses", "names a purpose twice");
  if (uses.some(({ purpose, basis }) => purpose === "PARTNER_SHARING" && basis !== "CONSENT"))
    throw badInput("input.uses", "may name PARTNER_SHARING on the basis of CONSENT alone");
  return uses;
}

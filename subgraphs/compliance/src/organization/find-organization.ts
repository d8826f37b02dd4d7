import { badInput, byId, manyBy, Siren, VatId } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { ArgsType, Field, ID } from "type-graphql";
import { Organization } from "./organization.ts";
import { Registration } from "./registration.ts";

/** One way to name an organization. */
@ArgsType()
export class OrganizationArgs {
  @Field(() => ID, { nullable: true, description: "The organization's id." })
  id?: string | null;

  @Field(() => Siren, { nullable: true, description: "Its number in the French register of companies." })
  siren?: string | null;

  @Field(() => VatId, { nullable: true, description: "Its VAT identification number." })
  vatId?: string | null;
}

const registrationsByNumber = manyBy({ entity: Registration, by: "value", orderBy: { scheme: "asc" } });

/**
 * Finds the organization that an id, a SIREN or a VAT number names.
 * @throws SubgraphError `BAD_USER_INPUT` unless exactly one of them is given.
 */
export async function findOrganization(
  args: OrganizationArgs,
  context: SubgraphContext,
): Promise<Organization | null> {
  const { id, siren, vatId } = args;
  const given = [id, siren, vatId].filter((each) => typeof each === "string");
  if (given.length !== 1) throw badInput("id", 'or "siren" or "vatId" must be given, and only one of them');
  if (typeof id === "string") return context.load(byId(Organization), id);
  const scheme = typeof siren === "string" ? "SIREN" : "VAT";
  const registrations = await context.load(registrationsByNumber, siren ?? vatId ?? "");
  const registered = registrations.find((each) => each.scheme === scheme);
  return registered === undefined ? null : context.load(byId(Organization), registered.organizationId);
}

import { byId } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Organization } from "../organization/organization.ts";
import { AgreementSignature } from "./agreement-signature.ts";

/** The company that has to decide. */
@Resolver(() => AgreementSignature)
export class SignatureResolver {
  @FieldResolver(() => Organization, { description: "The company." })
  async organization(
    @Root() { organizationId }: AgreementSignature,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return context.load(byId(Organization), organizationId);
  }
}

import { FieldResolver, Resolver, Root } from "type-graphql";
import { Organization } from "../company/organization.ts";
import { Consent } from "./consent.ts";

/** The field of a consent that leads elsewhere. */
@Resolver(() => Consent)
export class ConsentResolver {
  @FieldResolver(() => Organization, { description: "The company that answers for the use." })
  controller(@Root() { controllerId }: Consent): Organization {
    return Organization.of(controllerId);
  }
}

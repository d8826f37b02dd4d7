import { Reads } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { ArgsType, Field, ID } from "type-graphql";
import { Agreement } from "./agreement.ts";
import { AgreementStatus } from "./agreement-status.ts";

/** Which of the viewer's agreements are asked for. */
@ArgsType()
export class AgreementsArgs {
  @Reads("Agreement.status")
  @Field(() => AgreementStatus, { nullable: true, description: "Only those with this status today." })
  status?: AgreementStatus | null;

  @Reads("Agreement.parties")
  @Field(() => ID, { nullable: true, description: "Only those to which this organization is a party, too." })
  with?: string | null;
}

/** The viewer's agreements, those that begin last first. */
export async function listAgreements(
  { status, with: company }: AgreementsArgs,
  { em }: SubgraphContext,
): Promise<Agreement[]> {
  const where = typeof company === "string" ? { partyIds: { $contains: [company] } } : {};
  const found = await em.find(Agreement, where, { orderBy: { validFrom: "desc", id: "asc" } });
  return typeof status === "string" ? found.filter((each) => each.status === status) : found;
}

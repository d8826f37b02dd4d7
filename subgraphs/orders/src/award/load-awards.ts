import "reflect-metadata";
import { Cpv, loadPage, type Page, type SubgraphContext } from "@maillon/subgraph-kit";
import { ArgsType, Field, ID } from "type-graphql";
import { PageArgs } from "../page-args.ts";
import { Award } from "./award.ts";

/** Which awards are wanted. */
@ArgsType()
export class AwardArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "Those that this administration gave." })
  buyer?: string | null;

  @Field(() => ID, { nullable: true, description: "Those that this company won." })
  holder?: string | null;

  @Field(() => Cpv, { nullable: true, description: "Those for this kind of good, work or service." })
  cpv?: string | null;
}

/** Loads a page of awards, the latest first. */
export async function loadAwards(
  context: SubgraphContext,
  { buyer, holder, cpv, first, after }: AwardArgs,
): Promise<Page<Award>> {
  const conditions = [
    buyer ? { buyerId: buyer } : {},
    holder ? { holderIds: { $contains: [holder] } } : {},
    cpv ? { cpv } : {},
  ];
  return loadPage(context, {
    entity: Award,
    list: `awards ${JSON.stringify([buyer, holder, cpv])}`,
    where: { $and: conditions },
    orderBy: [{ notifiedAt: "desc" }, { id: "asc" }],
    first,
    after,
  });
}

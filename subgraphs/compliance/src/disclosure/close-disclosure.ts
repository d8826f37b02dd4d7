import { notFound, type SubgraphContext } from "@maillon/subgraph-kit";
import { LockMode } from "@mikro-orm/core";
import { DisclosureRequest } from "./disclosure-request.ts";
import { investigatorOf } from "./investigator.ts";

/**
 * Ends a request of the viewer's regulator at once; closing it again changes nothing.
 * @throws SubgraphError `FORBIDDEN`, or `NOT_FOUND` when it is no request of this regulator.
 */
export async function closeDisclosure(id: string, context: SubgraphContext): Promise<void> {
  const { regulator } = await investigatorOf(context);
  await context.em.transactional(
    async (em) => {
      const own = { id, regulatorId: regulator.id };
      const request = await em.findOne(DisclosureRequest, own, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (request === null) throw notFound("disclosure request");
      request.closedAt ??= context.now;
    },
    { clear: true },
  );
  context.forget();
}

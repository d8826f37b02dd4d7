import { notFound, type SubgraphContext } from "@maillon/subgraph-kit";
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
      // One after the other, so that the second finds it closed; the row itself takes no change after that.
      await em.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [id]);
      const request = await em.findOne(DisclosureRequest, { id, regulatorId: regulator.id });
      if (request === null) throw notFound("disclosure request");
      request.closedAt ??= context.now;
    },
    { clear: true },
  );
  context.forget();
}

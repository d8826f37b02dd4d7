import { holdRow, notFound } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Agreement } from "../agreement/agreement.ts";

/**
 * Changes an agreement while its row is held. Signing, refusing and ending thus happen one after the other, and each
 * sees what the one before did; nothing that the request read earlier is taken for the present state.
 * @throws SubgraphError `NOT_FOUND` when the agreement is absent or the viewer is no party.
 */
export async function changeAgreement(
  id: string,
  context: SubgraphContext,
  change: (agreement: Agreement, em: SqlEntityManager) => Promise<void>,
): Promise<void> {
  const work = async (em: SqlEntityManager) => change(await lockAgreement(em, id), em);
  await context.em.transactional(work, { clear: true });
  context.forget();
}

/** Reads an agreement and holds its row until the transaction ends. */
export async function lockAgreement(em: SqlEntityManager, id: string): Promise<Agreement> {
  await holdRow(em, Agreement, id);
  const agreement = await em.findOne(Agreement, { id });
  if (agreement === null) throw notFound("agreement");
  return agreement;
}

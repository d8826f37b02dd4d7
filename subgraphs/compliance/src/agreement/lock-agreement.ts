import { notFound } from "@maillon/subgraph-kit";
import { LockMode } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Agreement } from "./agreement.ts";

/**
 * Reads an agreement and holds its row until the transaction ends. Whoever signs, refuses or ends an agreement does
 * this first, so that these happen one after the other and each sees what the one before did.
 * @throws SubgraphError `NOT_FOUND` when it is absent or the viewer is no party.
 */
export async function lockAgreement(em: SqlEntityManager, id: string): Promise<Agreement> {
  const agreement = await em.findOne(
    Agreement,
    { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (agreement === null) throw notFound("agreement");
  return agreement;
}

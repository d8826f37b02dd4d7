import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Registration } from "./registration.ts";

/**
 * Whether the holder has this buyer as its own or co-owned customer today. Registrations of the same buyer by the same
 * holder wait for each other until the transaction ends, so that of two at once the second one sees the first. A
 * company that only brought the buyer in for somebody else may still win it as its own customer.
 */
export async function alreadyHeld({ holder, buyer }: Registration, em: SqlEntityManager): Promise<boolean> {
  const [company, email] = buyer.kind === "CONSUMER" ? [null, buyer.email] : [buyer.organization, null];
  // Of a consumer without an address only the name is known, which others bear, too.
  if (company === null && email === null) return false;
  const turn = JSON.stringify([holder, company, email?.toLowerCase()]);
  await em.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [turn]);
  const [answer]: { held: boolean }[] = await em.execute("select is_own_customer(?, ?) as held", [
    company,
    email,
  ]);
  return answer?.held === true;
}

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { inForce } from "./customer-rows.ts";
import type { Buyer, Registration } from "./registration.ts";

/**
 * Whether the holder has this buyer as its own or co-owned customer today. Registrations of the same buyer by the same
 * holder wait for each other until the transaction ends, so that of two at once the second one sees the first. A
 * company that only brought the buyer in for somebody else may still win it as its own customer.
 */
export async function alreadyHeld({ holder, buyer }: Registration, em: SqlEntityManager): Promise<boolean> {
  const same = sameBuyer(buyer);
  if (same === undefined) return false;
  const turn = JSON.stringify([holder, buyer.kind === "CONSUMER", same.value.toLowerCase()]);
  await em.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [turn]);
  const held: unknown[] = await em.execute(
    `select 1 from customer join customer_holding holding on holding.customer_id = customer.id
      where holding.organization_id = ? and holding.role <> 'INTERMEDIARY' and ${inForce("holding")}
        and ${same.condition} limit 1`,
    [holder, same.value],
  );
  return held.length > 0;
}

/** What makes two registrations one buyer; nothing for a consumer of whom only the name is known. */
function sameBuyer(buyer: Buyer): { condition: string; value: string } | undefined {
  if (buyer.kind !== "CONSUMER")
    return { condition: "customer.organization_id = ?", value: buyer.organization };
  if (buyer.email === null) return undefined;
  const withEmail =
    "select identity.person_id from person_identity identity where identity.email_key = lower(?)";
  return { condition: `customer.person_id in (${withEmail})`, value: buyer.email };
}

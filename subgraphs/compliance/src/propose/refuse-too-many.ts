import { ASSERTION } from "@maillon/schema";
import { conflict } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";

/** Agreements that are not over between two companies; an assertion has room for no more. */
const MOST = ASSERTION.maximumAgreements;

/**
 * Refuses one more agreement between two companies that have very many. Nobody has to say yes to being proposed one, and
 * what is signed is part of everybody's ledger: a company could fill a partner's list, or two of them the ledger.
 * @throws SubgraphError `CONFLICT`.
 */
export async function refuseTooMany(
  proposing: string,
  partyIds: readonly string[],
  { em }: SubgraphContext,
): Promise<void> {
  const others = partyIds.filter((id) => id !== proposing);
  const full: unknown[] = await em.execute(
    `select other from agreement cross join lateral unnest(party_ids) as other
      where party_ids @> array[?]::text[] and status in ('DRAFT', 'PROPOSED', 'ACTIVE', 'SUSPENDED')
        and other in (select jsonb_array_elements_text(?::jsonb))
      group by other having count(*) >= ? limit 1`,
    [proposing, JSON.stringify(others), MOST],
  );
  if (full.length > 0)
    throw conflict(`Your company has ${MOST} agreements with one of the parties; end or refuse some first.`);
}

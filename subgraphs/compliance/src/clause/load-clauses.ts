import type { ClauseRecord } from "@maillon/schema/exchange";
import { byId, Money } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Organization } from "../organization/organization.ts";
import type { Clause } from "./clause.ts";
import { companiesOf, nameCompanies } from "./clause-companies.ts";
import type { ClauseNaming } from "./clause-companies.ts";
import type { KpiSharingClause } from "./sharing-clauses.ts";
import type { ObjectiveClause } from "./trade-clauses.ts";

/** Where a clause names no size: of two members, each could subtract itself (rule F7 of the floor). */
const SMALLEST_GROUP = 3;

/** The clauses of an agreement with the companies that they name: one statement for all agreements of a request. */
export async function loadClauses(
  clauses: readonly ClauseRecord[],
  context: SubgraphContext,
): Promise<Clause[]> {
  const ids = [...new Set(clauses.flatMap(companiesOf).map(({ company }) => company))];
  const found = await Promise.all(ids.map((id) => context.load(byId(Organization), id)));
  const organizations = new Map(found.map((each) => [each?.id, each]));
  return clauses.map((clause) => presentClause(nameCompanies(clause, (id) => organizations.get(id))));
}

function presentClause(clause: ClauseNaming<Organization | null | undefined>): Clause {
  switch (clause.type) {
    case "KPI_SHARING": {
      const { minimumGroupSize = SMALLEST_GROUP } = clause;
      const sharing: KpiSharingClause = { ...clause, minimumGroupSize };
      return sharing;
    }
    case "OBJECTIVE": {
      const { budget, ...rest } = clause;
      const objective: ObjectiveClause = {
        ...rest,
        ...(budget && { budget: Money.of(budget.amount, budget.currency) }),
      };
      return objective;
    }
    default:
      return clause;
  }
}

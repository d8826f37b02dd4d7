import type { BatchFunction } from "@maillon/subgraph-kit";
import { Agreement } from "./agreement.ts";

/** The viewer's agreements with each company, those that begin last first: two statements however many companies. */
export const agreementsWith: BatchFunction<string, Agreement[]> = async (companies, { em }) => {
  const found = await em.find(
    Agreement,
    { partyIds: { $overlap: [...companies] } },
    { orderBy: { validFrom: "desc", id: "asc" } },
  );
  return companies.map((company) => found.filter(({ partyIds }) => partyIds.includes(company)));
};

import { manyBy } from "@maillon/subgraph-kit";
import type { BatchFunction } from "@maillon/subgraph-kit";
import { Agreement } from "./agreement.ts";
import { AgreementParty } from "./agreement-party.ts";

/** The viewer's agreements with each company, those that begin last first: two statements however many companies. */
export const agreementsWith: BatchFunction<string, Agreement[]> = async (companies, { em }) => {
  const found = await em.find(
    Agreement,
    { partyIds: { $overlap: [...companies] } },
    { orderBy: { validFrom: "desc", id: "asc" } },
  );
  return companies.map((company) => found.filter(({ partyIds }) => partyIds.includes(company)));
};

/** The parties of each agreement, as it names them. */
export const partiesOf = manyBy({ entity: AgreementParty, by: "agreementId", orderBy: { position: "asc" } });

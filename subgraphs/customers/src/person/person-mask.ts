import type { Mask } from "@maillon/subgraph-kit";
import { contactsOfPerson, relationsOfPerson } from "./person-facts.ts";

const distinct = (...lists: string[]) =>
  `array(select distinct each from unnest(${lists.join(" || ")}) as each order by each)`;

const KNOWING = distinct("bought.owners", "contact.companies");

// Who is a contact of a company is so by the trade between them.
const PURPOSES = distinct(
  "bought.purposes",
  "case when cardinality(contact.companies) > 0 then array['CONTRACT'] else '{}' end",
);

/** What decides who may know a person, in terms of her id. */
export function personMask(personId: string): Pick<Mask, "rows" | "facts" | "joins"> {
  return {
    rows: "CUSTOMER_IDENTITY",
    facts: {
      owner: { sql: KNOWING, holds: "many" },
      via: { sql: "bought.others", holds: "many" },
      subject: { sql: "bought.relations", holds: "many" },
      basis: { sql: PURPOSES, holds: "many" },
      agreement: { sql: "bought.agreements", holds: "many" },
    },
    joins: {
      bought: { query: relationsOfPerson(personId) },
      contact: { query: contactsOfPerson(personId) },
    },
  };
}

/** The columns that a person's fields take from the same facts. */
export const PERSON_FACTS = {
  knownToIds: KNOWING,
  relationIds: "bought.relations",
  lawfulPurposes: PURPOSES,
};

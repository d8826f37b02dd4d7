import type { Mask } from "@maillon/subgraph-kit";
import { inForce } from "./customer-rows.ts";

/** Who holds the relation `whole` today and for what there is a lawful basis, as the join `holding` of a mask. */
export function holdingsOf(whole: string) {
  const companies = (role: string) =>
    `array_agg(organization_id order by since, organization_id) filter (where role ${role})`;
  const query = `
    select ${companies("= 'OWNER'")} as owners, ${companies("<> 'OWNER'")} as others,
           array_agg(agreement_id) filter (where agreement_id is not null) as agreements,
           case when ${whole}.kind <> 'CONSUMER' then array['NOT_PERSONAL'] else array(
             select distinct purpose from facts.consent
              where customer_id = ${whole}.id and granted and withdrawn_at is null order by purpose) end as purposes
      from facts.customer_holding where customer_id = ${whole}.id and ${inForce("customer_holding")}`;
  return { holding: { query } } satisfies Mask["joins"];
}

/** The relation that a row hangs on, with its holdings, as joins of the row's mask. */
export const wholeRelation = {
  whole: { table: "customer", on: "whole.id = this.customer_id" },
  ...holdingsOf("whole"),
} satisfies Mask["joins"];

/** What decides who sees a relation, or what hangs on it, in terms of the columns of `whole` and of `holding`. */
export function relationFacts(whole: string) {
  return {
    owner: { sql: "holding.owners", holds: "many" },
    via: { sql: "holding.others", holds: "many" },
    subject: { sql: `${whole}.id`, holds: "one" },
    buyer: { sql: `${whole}.organization_id`, holds: "one" },
    basis: { sql: "holding.purposes", holds: "many" },
    agreement: { sql: "holding.agreements", holds: "many" },
    territory: { sql: `${whole}.country`, holds: "one" },
  } satisfies Mask["facts"];
}

import type { SessionViewer } from "@maillon/schema/policy";
import { SETTINGS } from "../database/session-variables.ts";

const settingOf = (name: string) => `nullif(current_setting('${name}', true), '')`;
const record = `${settingOf(SETTINGS.record)}::jsonb`;
const wordsIn = (name: string) => `array(select jsonb_array_elements_text(${record} -> '${name}'))`;

/**
 * The viewer of the session as one row. Materialised, so that a statement reads and parses the settings once, wherever
 * the planner puts this row among the joins.
 */
export const VIEWER_QUERY = `
  with viewer as materialized (
  select (${record} -> 'ledger')::boolean as ledger,
         -- Neither kind of viewer may pass for the other: a customer relation's id is no company's.
         case when not starts_with(${settingOf(SETTINGS.organization)}, 'cus_')
              then ${settingOf(SETTINGS.organization)} end as company,
         ${wordsIn("kinds")} as kinds,
         ${wordsIn("authorities")} as authorities,
         -- A consumer whose token claimed a company's id as a customer relation must not pass for that company.
         case when ${settingOf(SETTINGS.customers)} is not null then array(
           select each from unnest(${settingOf(SETTINGS.customers)}::text[]) as each where starts_with(each, 'cus_')
         ) end as customers,
         ${wordsIn("partners")} as partners,
         ${wordsIn("agreements")} as agreements,
         ${record} -> 'plain' as plain,
         ${record} -> 'scoped' as scoped
)
  select * from viewer`;

/** How predicates read that row, whose alias is `viewer`. */
export const sessionViewer: SessionViewer = {
  ledger: "viewer.ledger",
  company: "viewer.company",
  kinds: "viewer.kinds",
  authorities: "viewer.authorities",
  customers: "viewer.customers",
  partners: "viewer.partners",
  agreements: "viewer.agreements",
  plain: "viewer.plain",
  scoped: "viewer.scoped",
};

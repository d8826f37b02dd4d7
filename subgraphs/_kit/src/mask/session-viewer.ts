import type { SessionViewer } from "@maillon/schema/policy";
import { SETTINGS } from "../database/session-variables.ts";

const settingOf = (name: string) => `nullif(current_setting('${name}', true), '')`;
const wordsIn = (name: string) => `array(select jsonb_array_elements_text(record -> '${name}'))`;

/**
 * The viewer of the session as one row. Materialised, so that a statement reads and parses the settings once, wherever
 * the planner puts this row among the joins.
 */
export const VIEWER_QUERY = `
  with session as materialized (
  select ${settingOf(SETTINGS.record)}::jsonb as record,
         ${settingOf(SETTINGS.organization)} as organization,
         ${settingOf(SETTINGS.customers)}::text[] as relations
), viewer as materialized (
  select (record -> 'ledger')::boolean as ledger,
         -- Neither kind of viewer may pass for the other: a customer relation's id is no company's.
         case when not starts_with(organization, 'cus_') then organization end as company,
         ${wordsIn("kinds")} as kinds,
         ${wordsIn("authorities")} as authorities,
         -- A consumer whose token claimed a company's id as a customer relation must not pass for that company.
         case when relations is not null then array(
           select each from unnest(relations) as each where starts_with(each, 'cus_')
         ) end as customers,
         ${wordsIn("partners")} as partners,
         ${wordsIn("agreements")} as agreements,
         record -> 'plain' as plain,
         record -> 'scoped' as scoped
    from session
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

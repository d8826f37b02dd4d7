import { noRow, type RowRule, type RowSecurity } from "@maillon/subgraph-kit";
import {
  customerRows,
  holdingRows,
  ofOwnRegistrations,
  ownConsents,
  ownHoldings,
  ownRegistrations,
  profileRows,
} from "../customer/customer-rows.ts";
import {
  identitiesOfOwnPersons,
  membershipRows,
  ownPersons,
  personIdentityRows,
  personRows,
  referentRows,
} from "../person/person-rows.ts";

/** What a request may only add to; changes come by import. */
const addOnly = (insert: RowRule) => ({ insert, change: noRow, delete: noRow });

/** Who reads and writes the rows of each table. A change of a rule needs a migration that replaces its policies. */
export const customersSecurity: readonly RowSecurity[] = [
  { table: "person", read: personRows, write: addOnly(ownPersons) },
  { table: "person_identity", read: personIdentityRows, write: addOnly(identitiesOfOwnPersons) },
  { table: "membership", read: membershipRows, write: noRow },
  { table: "referent", read: referentRows, write: noRow },
  { table: "customer", read: customerRows, write: addOnly(ownRegistrations) },
  { table: "customer_holding", read: holdingRows, write: addOnly(ownHoldings) },
  { table: "customer_profile", read: profileRows, write: addOnly(ofOwnRegistrations) },
  { table: "consent", read: profileRows, write: addOnly(ownConsents) },
];

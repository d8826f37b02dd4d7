import { type Flip, flipHidden, tablesWithSecrets } from "@maillon/subgraph-kit/testing";
import { customers } from "./subgraph.ts";
import { COMMON_CUSTOMERS } from "./testing/agreed.ts";
import { company, consumer, openChain } from "./testing/open-chain.ts";

const FLIPS: readonly Flip[] = [
  {
    table: "customer_profile",
    dataClass: "CUSTOMER_PROFILE",
    set: "stage = 'LAPSED', segments = '{x}', loyalty_points = 7",
    key: "this.customer_id",
  },
  {
    table: "person_identity",
    dataClass: "CUSTOMER_IDENTITY",
    set: "display_name = 'Another', email = 'another@example.org', phone = null",
    key: "this.person_id",
  },
  { table: "customer", dataClass: "CUSTOMER_EXISTENCE", set: "acquired_through_id = 'another'" },
  {
    table: "membership",
    dataClass: "CUSTOMER_IDENTITY",
    set: "buying_roles = '{USER}', job_title = 'Another'",
    key: "this.person_id || ' ' || this.organization_id",
  },
  {
    table: "membership",
    dataClass: "DECISION",
    set: "limit_amount = limit_amount + 1",
    key: "this.person_id || ' ' || this.organization_id",
  },
  {
    table: "referent",
    dataClass: "AGREEMENT_EXISTENCE",
    set: "scope = 'BILLING'",
    key: "this.person_id || ' ' || this.place",
  },
  {
    table: "consent",
    dataClass: "DATA_SUBJECT",
    set: "at = at - interval '1 day', basis = 'PUBLIC_TASK'",
    key: "this.customer_id || ' ' || this.place",
  },
];

/** Of these, decisions turn on everything; test/secrets changes it where no decision of the viewer does. */
const FACTS_ALONE = ["customer_holding", "person"];

test("of every table with secrets some are changed, save where all of them are facts", () => {
  expect([...new Set([...FLIPS.map(({ table }) => table), ...FACTS_ALONE])].toSorted()).toEqual(
    tablesWithSecrets(customers),
  );
});

/** Every list, with every filter, a page at a time: what is left out shows in lengths, orders and cursors. */
const ASK = `query ($r: [_Any!]!) {
  all: customers { ...page } first: customers(first: 1) { ...page }
  ${["PROSPECT", "NEW", "HABITUAL", "LAPSED"].map((stage) => `${stage}: customers(stage: ${stage}) { ...page }`).join(" ")}
  me { displayName }
  _entities(representations: $r) {
    ... on Organization {
      customers(first: 1) { ...page } members { jobTitle buyingRoles approvalLimit { amount } }
      referents { scope person { displayName email phone } }
    }
    ... on Person { displayName email phone memberships { jobTitle } }
  }
}
fragment page on CustomerConnection {
  pageInfo { hasNextPage endCursor }
  nodes { id kind stage segments loyaltyPoints acquiredThrough { id } person { displayName email phone }
    consents { purpose granted basis at } holders { role since } }
}`;

const r = [
  ...["vega", "integra", "boulange", "nantes"].map((id) => ({ __typename: "Organization", id })),
  ...["claire", "hugo", "nadia", "paul"].map((id) => ({ __typename: "Person", id })),
];

test.each([
  ["an owner", company("vega")],
  ["a joint controller", company("fabrica")],
  ["an intermediary", company("integra")],
  ["a former holder", company("rivalis")],
  ["an employer", company("nantes")],
  ["a stranger", company("etrangere")],
  ["a consumer", consumer("cus_claire")],
])("what %s may not read of customers changes no byte of the answers", async (_, viewer) => {
  await using chain = await openChain();
  const before = await chain.ask(viewer, ASK, { r });
  expect(before.errors).toBeUndefined();
  const worn = { subgraph: customers, opened: chain, agreements: COMMON_CUSTOMERS };
  expect(await flipHidden(worn, viewer, FLIPS)).toBeGreaterThan(1);
  expect(await chain.ask(viewer, ASK, { r })).toEqual(before);
});

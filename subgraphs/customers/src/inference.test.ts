import { type Flip, flipHidden } from "@maillon/subgraph-kit/testing";
import { company, consumer, openChain } from "./testing/open-chain.ts";

const FLIPS: readonly Flip[] = [
  {
    table: "customer_profile",
    key: "customer_id",
    column: "stage",
    set: "stage = 'LAPSED', segments = '{x}', loyalty_points = 7",
  },
  {
    table: "person_identity",
    key: "person_id",
    column: "display_name",
    set: "display_name = 'Another', email = 'another@example.org', phone = null",
  },
  { table: "customer", column: "acquired_through_id", set: "acquired_through_id = 'another'" },
  {
    table: "membership",
    key: "person_id || ' ' || organization_id",
    column: "buying_roles",
    set: "buying_roles = '{USER}', job_title = 'Another'",
  },
  {
    table: "membership",
    key: "person_id || ' ' || organization_id",
    column: "limit_amount",
    set: "limit_amount = limit_amount + 1",
  },
];

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
    consents { purpose granted } holders { role since } }
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
  let flipped = 0;
  for (const flip of FLIPS) flipped += await flipHidden(chain, viewer, flip);
  expect(flipped).toBeGreaterThan(1);
  expect(await chain.ask(viewer, ASK, { r })).toEqual(before);
});

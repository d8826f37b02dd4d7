import type { Viewer } from "@maillon/schema";
import { openLedger } from "@maillon/schema/policy";
import { type Flip, flipHidden, withClient } from "@maillon/subgraph-kit/testing";
import { complianceSubgraph as subgraph } from "./subgraph.ts";
import { as, claire, openChain, propose, sign } from "./testing/open-chain.ts";

const FLIPS: readonly Flip[] = [
  { table: "agreement", dataClass: "AGREEMENT_EXISTENCE", set: "model = 'B2A'" },
  {
    table: "agreement",
    dataClass: "AGREEMENT_TERMS",
    set: "valid_from = valid_from - 400, territories = '{DE}', termination_reason = 'Another'",
  },
  { table: "agreement", dataClass: "DATA_SUBJECT", set: "essence_for_data_subjects = 'Another'" },
  {
    table: "agreement_party",
    dataClass: "AGREEMENT_EXISTENCE",
    set: "role = 'PROCESSOR', signed_at = now()",
    key: "this.agreement_id || ' ' || this.organization_id",
  },
  {
    table: "agreement_signature",
    dataClass: "DECISION",
    set: "person = 'another', at = at - interval '1 day'",
    key: "this.agreement_id || ' ' || this.organization_id || ' ' || this.signatory",
  },
  {
    table: "disclosure_request",
    dataClass: "REGULATORY",
    set: "legal_basis = 'Another', data_classes = '{AUDIT}', person = 'another'",
  },
];

/** Every list under every filter, and every company's: what is left out shows in lengths and orders. */
const ASK = `query ($r: [_Any!]!) {
  all: agreements { ...terms } active: agreements(status: ACTIVE) { id } open: agreements(status: PROPOSED) { id }
  ended: agreements(status: TERMINATED) { id }
  ${["fabrica", "integra", "vega", "rivalis"].map((id) => `${id}: agreements(with: "${id}") { id }`).join(" ")}
  disclosureRequests { id legalBasis dataClasses grantedUntil }
  _entities(representations: $r) { ... on Organization { agreements { id model } } ... on Agreement { ...terms } }
}
fragment terms on Agreement {
  id model status validFrom territories terminationReason essenceForDataSubjects
  parties { role signedAt } signatures { person at decision } clauses { code } supersedes { id }
}`;

/**
 * Agreements past, present and proposed, and a regulator's request; what keeps their terms from ever changing
 * is put aside.
 */
async function openHistory() {
  const agreements = openLedger({
    sequence: 1,
    issuedAt: "2026-01-01T00:00:00Z",
    companies: [{ id: "autorite", kinds: ["REGULATOR"], authorities: [] }],
    agreements: [],
    disclosures: [],
  }).at(Date.now());
  const opened = await openChain({ agreements: () => agreements });
  const ids = [
    await sign(opened),
    await sign(opened, { validFrom: "2020-01-01" }),
    await propose(opened, { partyIds: ["fabrica", "integra", "vega"] }),
    await propose(opened, { partyIds: ["fabrica", "rivalis"] }),
  ];
  const request = {
    subjectId: "integra",
    legalBasis: "Code de commerce, L450-3",
    dataClasses: ["TRADE_CORE"],
    grantedUntil: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  };
  const mutation = "mutation ($input: DisclosureInput!) { requestDisclosure(input: $input) { id } }";
  await opened.ask(as("autorite/compliance"), mutation, { input: request });
  await withClient(opened.ownerUrl, async (client) => {
    for (const table of new Set(FLIPS.map((flip) => flip.table)))
      await client.query(`alter table ${table} disable trigger user`);
  });
  return { opened, agreements, ids };
}

const VIEWERS: readonly (readonly [string, Viewer])[] = [
  ["a party to all of them", as("fabrica/sales")],
  ["a party to some", as("integra/buying")],
  ["a party to one that is open", as("vega/service")],
  ["a rival", as("rivalis/buying")],
  ["a regulator", as("autorite/audit")],
  ["a consumer", claire],
];

test.each(VIEWERS)("what %s may not read of agreements changes no byte of the answers", async (_, viewer) => {
  const { opened, agreements, ids } = await openHistory();
  await using chain = opened;
  const r = [
    ...["fabrica", "integra", "vega"].map((id) => ({ __typename: "Organization", id })),
    ...ids.map((id) => ({ __typename: "Agreement", id })),
  ];
  const before = await chain.ask(viewer, ASK, { r });
  expect(before.errors).toBeUndefined();
  expect(await flipHidden({ subgraph, opened, agreements }, viewer, FLIPS)).toBeGreaterThan(1);
  expect(await chain.ask(viewer, ASK, { r })).toEqual(before);
});
